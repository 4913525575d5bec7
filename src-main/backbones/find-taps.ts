import type { FlatTensor, TapTensor } from '#main/backbones/backbone'
import type { CutTensor } from '#main/backbones/cut-tensors'
import type { OnnxModel, OnnxNode } from '#main/graph/protobuf/model'
import { stemTap } from '#main/backbones/backbone'
import { cutTensors } from '#main/backbones/cut-tensors'
import { imageInput } from '#main/backbones/image-input'
import { measureShapes } from '#main/backbones/measure-shapes'
import { ModelNotAnImageNetwork } from '#main/backbones/model-not-an-image-network'

/** A tap as it was found. */
export interface FoundTap {
  id: string
  columns: number
  tensor: TapTensor
  /** The same before it is averaged over the picture. */
  flat: Required<FlatTensor>
}

/** What the structure of an image network tells. */
export interface FoundNetwork {
  input: string
  side: number
  taps: FoundTap[]
  classes: { tensor: string, count: number } | undefined
  /** How many photos a run takes, where the network allows one number only. */
  fixedBatch: number | undefined
}

interface MeasuredCut extends CutTensor {
  channels: number
  /** Height, 1 for a vector. */
  side: number
  /** Of one photo. */
  activations: number
}

/**
 * Finds where a convolutional network can be tapped: the last tensor of every resolution that the whole network passes
 * through, and the vector its classifier sees. Shapes are measured by running it once on a grey picture, so that no
 * operator has to be known. `stem` is what comes before the second convolution; `anySide` is the side of the picture
 * where the network takes any.
 * @throws MODEL_NOT_AN_IMAGE_NETWORK, MODEL_DAMAGED
 */
export async function findTaps(model: OnnxModel, anySide?: number): Promise<FoundNetwork> {
  const { name: input, side } = imageInput(model, anySide)
  const cuts = cutTensors(model.graph, input).filter(({ from }) => !['Cast', 'ArgMax', 'QuantizeLinear'].includes(from.opType))
  const { shapes, fixedBatch } = await measureShapes(model, { input, side }, cuts.map(({ name }) => name))
  const measured = cuts.map((cut): MeasuredCut => {
    const [, channels = 1, height = 1] = shapes.get(cut.name) ?? []
    return { ...cut, channels, side: height, activations: (shapes.get(cut.name) ?? []).slice(1).reduce((all, size) => all * size, 1) }
  }).filter(({ name }) => [2, 4].includes(shapes.get(name)?.length ?? 0))

  const spatial = measured.filter(cut => cut.side > 1 && cut.side < side && cut.convolutions > 0)
  const last = spatial.at(-1)
  if (!last)
    throw new ModelNotAnImageNetwork('no layer of it passes the whole picture on as a smaller one, as convolutions with a stride do')
  const afterLast = measured.slice(measured.indexOf(last) + 1).filter(cut => cut.side === 1)
  const pooled = afterLast.findLast(cut => cut.channels === last.channels && isAverage(cut, afterLast)) ?? last

  const ends = [
    ...Map.groupBy(spatial, cut => cut.side).values(),
  ]
    .map(cuts => blockEnd(cuts))
    .filter(end => end.name !== last.name || pooled.channels !== last.channels)
  let stage = 0
  const taps = ends.map(end => tapOf(end, end.convolutions < 2
    ? stemTap
    : `stage-${++stage}`, end))
  return {
    input,
    side,
    taps: [
      ...taps,
      tapOf(pooled, 'pooled', last),
    ],
    classes: classifierOf(measured, pooled),
    fixedBatch,
  }
}

function tapOf({ name, channels, side }: MeasuredCut, id: string, before: MeasuredCut): FoundTap {
  return {
    id,
    columns: channels,
    tensor: { name, spatial: side > 1 },
    flat: { name: before.name, count: before.activations },
  }
}

/**
 * The end of the last block among the cuts of one resolution: the last of them, save where it is only the widened inside
 * of an inverted bottleneck (Sandler et al. 2018) that goes on in the next resolution, or of the layer before the
 * classifier. There it is what was widened.
 */
function blockEnd(cuts: readonly MeasuredCut[]): MeasuredCut {
  const last = cuts.at(-1)!
  if (!last.to.some(node => isDepthwise(node) || /AveragePool|ReduceMean/.test(node.opType)))
    return last
  const byName = new Map(cuts.map(cut => [cut.name, cut]))
  let at: MeasuredCut | undefined = last
  while (at && at.from.opType !== 'Conv')
    at = byName.get(at.from.inputs[0])
  const widened = at && byName.get(at.from.inputs[0])
  return widened && isPointwise(at!.from) && widened.channels < last.channels
    ? widened
    : last
}

function isDepthwise({ opType, attributes: { group } }: OnnxNode): boolean {
  return opType === 'Conv' && group?.kind === 'int' && group.value > 1
}

function isPointwise({ attributes: { kernel_shape: kernel } }: OnnxNode): boolean {
  return kernel?.kind === 'ints' && kernel.value.every(size => size === 1)
}

/** Whether a vector is the pooled picture or a mere change of its shape, with no layer in between. */
function isAverage(cut: MeasuredCut, vectors: readonly MeasuredCut[]): boolean {
  return vectors.slice(0, vectors.indexOf(cut) + 1).every(({ from }) =>
    /Pool|ReduceMean|Flatten|Reshape|Squeeze|Identity|Dropout/.test(from.opType))
}

/** The classifier's scores: what the network ends in, before a softmax, if a layer follows the pooled vector. */
function classifierOf(measured: readonly MeasuredCut[], pooled: MeasuredCut): FoundNetwork['classes'] {
  const end = measured.findLast(({ from }) => !/Softmax|Identity/.test(from.opType))
  return end && end !== pooled && end.side === 1 && /Gemm|MatMul|Add|Conv|Flatten|Reshape|Squeeze/.test(end.from.opType)
    && measured.indexOf(end) > measured.indexOf(pooled)
    ? { tensor: end.name, count: end.channels }
    : undefined
}
