import { ModelDamaged } from '#main/graph/model-damaged'
import { ModelOutOfMemory } from '#main/graph/model-out-of-memory'

/** Makes a coded error of what ONNX Runtime threw, where its message tells what happened; otherwise answers the cause. */
export function sessionFailure(cause: unknown, about: { provider: string, model?: string }): unknown {
  const message = cause instanceof Error
    ? cause.message
    : String(cause)
  if (/out of memory|bad_alloc|Failed to allocate|buffer allocation failed|BFCArena|CUDA_ERROR_OUT_OF_MEMORY/i.test(message))
    return new ModelOutOfMemory(about.provider, cause)
  if (/protobuf parsing|INVALID_PROTOBUF|INVALID_GRAPH|Load model from|NO_MODEL|not a valid|NOT_IMPLEMENTED|ModelProto|invalid model/i.test(message))
    return new ModelDamaged(message.split('\n')[0], about.model, cause)
  return cause
}
