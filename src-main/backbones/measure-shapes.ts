import type { OnnxModel } from '#main/graph/protobuf/model'
import { ModelNotAnImageNetwork } from '#main/backbones/model-not-an-image-network'
import { withOutputs } from '#main/backbones/with-outputs'
import { giveBack } from '#main/graph/give-back'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'
import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The shapes of tensors inside a network, and the batch it insists on, if it does. */
export interface MeasuredShapes {
  shapes: Map<string, readonly number[]>
  fixedBatch: number | undefined
}

/**
 * Runs a network on two grey pictures, or on as many as it declares where it takes no two, and notes the shapes of the
 * tensors named.
 * @throws MODEL_NOT_AN_IMAGE_NETWORK where it cannot be run
 */
export async function measureShapes(model: OnnxModel, { input, side }: { input: string, side: number }, tensors: readonly string[]): Promise<MeasuredShapes> {
  const declared = model.graph.inputs.find(({ name }) => name === input)?.shape?.[0]
  const bytes = writeModel(withOutputs(model, tensors.map(name => ({ name, tensor: name }))))
  const batches = [
    2,
    typeof declared === 'number' && declared > 0
      ? declared
      : 1,
  ]
  let last: unknown
  try {
    for (const [attempt, batch] of batches.entries()) {
      try {
        const session = await openSession(bytes, {
          providers: ['cpu'],
        })
        const picture = floats([batch, 3, side, side], new Float32Array(batch * 3 * side * side))
        const got = await session.run({ [input]: picture })
        await session.release()
        const shapes = new Map(Object.entries(got).map(([name, { shape }]) => [name, shape]))
        // A graph that folds the batch into another axis runs on two as well, and answers nonsense.
        if ([
          ...shapes.values(),
        ].every(([first]) => first === batch)) {
          return {
            shapes,
            fixedBatch: attempt === 0
              ? undefined
              : batch,
          }
        }
      }
      catch (error) {
        last = error
      }
    }
  }
  finally {
    giveBack(bytes)
  }
  if (last instanceof SilhouetteError)
    throw last
  throw new ModelNotAnImageNetwork(`it does not run on a picture of ${side} × ${side} (${last instanceof Error
    ? last.message
    : 'its answers are for no batch'})`, last)
}
