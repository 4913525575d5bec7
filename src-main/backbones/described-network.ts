import type { FoundNetwork } from '#main/backbones/find-taps'
import type { NetworkDescription } from '#main/backbones/network-description'
import type { OnnxModel } from '#main/graph/protobuf/model'
import { imageInput } from '#main/backbones/image-input'
import { measureShapes } from '#main/backbones/measure-shapes'
import { ModelDescriptionInvalid } from '#main/backbones/model-description-invalid'

type DescribedTaps = NonNullable<NetworkDescription['taps']>

/** What a description says of a network's layers, made sure of by running it once. */
export interface DescribedNetwork extends Pick<FoundNetwork, 'side' | 'fixedBatch'> {
  taps: DescribedTaps
  classes: NetworkDescription['classes']
}

/**
 * Takes a network's layers from its description, which `file` holds, rather than from its structure.
 * @throws MODEL_DESCRIPTION_INVALID where the network has no such layers, MODEL_NOT_AN_IMAGE_NETWORK, MODEL_DAMAGED
 */
export async function describedNetwork(model: OnnxModel, taps: DescribedTaps, { classes, crop }: NetworkDescription, file: string): Promise<DescribedNetwork> {
  const input = imageInput(model, crop)
  const tensors = [
    ...taps.flatMap(({ tensor, flat }) => [tensor.name, ...flat ? [flat.name] : []]),
    ...classes ? [classes.tensor] : [],
  ]
  const made = new Set(model.graph.nodes.flatMap(({ outputs }) => outputs))
  const missing = tensors.find(name => !made.has(name))
  if (missing !== undefined)
    throw new ModelDescriptionInvalid(file, `the network has no tensor "${missing}"`)

  const { shapes, fixedBatch } = await measureShapes(model, { input: input.name, side: input.side }, [...new Set(tensors)])
  const activations = (name: string): number => shapes.get(name)!.slice(1).reduce((all, size) => all * size, 1)
  for (const { id, columns, tensor, flat } of taps) {
    const found = tensor.spatial ? shapes.get(tensor.name)![1] : activations(tensor.name)
    if (found !== columns || (tensor.spatial && shapes.get(tensor.name)!.length !== 4))
      throw new ModelDescriptionInvalid(file, `the tap ${id} is not of ${columns} columns: its tensor is [${shapes.get(tensor.name)!.join(', ')}]`)
    if (flat && activations(flat.name) !== flat.count)
      throw new ModelDescriptionInvalid(file, `the tap ${id} has ${activations(flat.name)} activations, not ${flat.count}`)
  }
  if (classes && activations(classes.tensor) !== classes.count)
    throw new ModelDescriptionInvalid(file, `the network scores ${activations(classes.tensor)} classes, not ${classes.count}`)
  return { side: input.side, fixedBatch, taps, classes }
}
