import type { OnnxModel } from '#main/graph/protobuf/model'
import { ModelNotAnImageNetwork } from '#main/backbones/model-not-an-image-network'

/** The side of the picture where a network takes any. */
const usualSide = 224

/**
 * The input of a network that takes pictures, [N, 3, side, side] float32; `anySide` is the side where it takes any.
 * @throws MODEL_NOT_AN_IMAGE_NETWORK where it takes anything else
 */
export function imageInput({ graph }: OnnxModel, anySide = usualSide): { name: string, side: number } {
  const stored = new Set(graph.initializers.map(({ name }) => name))
  const inputs = graph.inputs.filter(({ name }) => !stored.has(name))
  if (inputs.length !== 1)
    throw new ModelNotAnImageNetwork(`it takes ${inputs.length} inputs`)
  const [{ name, type, shape = [] }] = inputs
  const shown = `[${shape.join(', ')}]`
  if (type !== 'float32')
    throw new ModelNotAnImageNetwork(`it takes ${type}`)
  if (shape.length === 4 && shape[3] === 3 && shape[1] !== 3)
    throw new ModelNotAnImageNetwork(`its input ${shown} has the channels last`)
  if (shape.length !== 4 || (typeof shape[1] === 'number' && shape[1] !== 3))
    throw new ModelNotAnImageNetwork(`its input ${shown} is no batch of colour pictures`)
  const [height, width] = [shape[2], shape[3]].map(size => typeof size === 'number' && size > 0
    ? size
    : anySide)
  if (height !== width)
    throw new ModelNotAnImageNetwork(`its input ${shown} is not square`)
  return { name, side: height }
}
