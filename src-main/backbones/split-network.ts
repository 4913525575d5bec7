import type { Backbone } from '#main/backbones/backbone'
import type { OnnxModel } from '#main/graph/protobuf/model'
import { appendGraph } from '#main/backbones/append-graph'
import { headTap } from '#main/backbones/backbone'
import { cutTensors } from '#main/backbones/cut-tensors'
import { DepthNotPossible } from '#main/backbones/depth-not-possible'
import { imageInput } from '#main/backbones/image-input'
import { measureShapes } from '#main/backbones/measure-shapes'
import { freeNames } from '#main/backbones/rename-tensors'
import { locateLayers } from '#main/backbones/tap-network'
import { withOutputs } from '#main/backbones/with-outputs'
import { GraphBuilder } from '#main/graph/builder'
import { foldedModel } from '#main/graph/folded-model'

/** How many resolutions of a network are trained, counted from its end; `all` of them with what comes before the first. */
const stagesOfDepth = { 'last-stage': 1, 'two-stages': 2, 'all': Number.POSITIVE_INFINITY } as const

export type NetworkDepth = keyof typeof stagesOfDepth

/** A network cut at the boundary of what is trained. */
export interface SplitNetwork {
  /** The tensor at the boundary: the end of the last frozen stage, or the network's input. */
  boundary: string
  /** Of one photo at the boundary: [height, width, channels]. */
  shape: readonly [number, number, number]
  /** From the picture [N, 3, side, side] to `activations` [N, height, width, channels]; undefined where nothing is frozen. */
  trunk: OnnxModel | undefined
  /** From the boundary [N, channels, height, width] to `features` [N, columns], constants folded. */
  tail: OnnxModel
}

const activationsOutput = 'activations'
const featuresOutput = 'features'

/**
 * Cuts a network in two: what stays as it is, and the last stages up to a tap, which are trained. A stage is all that
 * works at one resolution; of a ResNet the last one is layer4.
 * @throws DEPTH_NOT_POSSIBLE where the tap is not a layer's own
 * @throws MODEL_UNEXPECTED, MODEL_DAMAGED, MODEL_NOT_AN_IMAGE_NETWORK
 */
export async function splitNetwork(model: OnnxModel, backbone: Backbone, tap: string, depth: NetworkDepth): Promise<SplitNetwork> {
  if (!backbone.taps.some(({ id }) => id === tap))
    throw new DepthNotPossible(depth, tap)
  const layers = await locateLayers(model, backbone)
  const located = layers.find(({ id }) => id === tap)!
  const input = imageInput(model, backbone.preprocessing.crop)
  const upToTap = withOutputs(model, [{ name: featuresOutput, tensor: located.tensor.name, pooling: located.tensor.spatial ? 'average' : 'none' }])
  const cuts = cutTensors(upToTap.graph, input.name).map(({ name }) => name)
  const { shapes } = await measureShapes(upToTap, { input: input.name, side: input.side }, cuts)
  const ends = new Set(layers.map(({ tensor }) => tensor.name))
  const [boundary, shape] = boundaryOf(cuts.map(name => [name, shapes.get(name)!]), ends, stagesOfDepth[depth])
    ?? [input.name, [1, 3, input.side, input.side]]
  const [channels, height, width] = shape.slice(1)
  const after = {
    ...upToTap,
    graph: {
      ...upToTap.graph,
      nodes: upToTap.graph.nodes.filter(({ outputs }) => !outputs.includes(boundary)),
      inputs: [{ name: boundary, type: 'float32' as const, shape: ['N', channels, height, width] }],
    },
  }
  return {
    boundary,
    shape: [height, width, channels],
    trunk: boundary === input.name ? undefined : placesLast(model, boundary, [channels, height, width]),
    tail: await foldedModel(withOutputs(after, [{ name: featuresOutput, tensor: featuresOutput }])),
  }
}

/** The last cut before the last so many resolutions; a layer's end, where there is one, rather than the widened inside of the block after it. */
function boundaryOf(cuts: readonly (readonly [string, readonly number[]])[], ends: ReadonlySet<string>, stages: number): readonly [string, readonly number[]] | undefined {
  const spatial = cuts.filter(([, shape]) => shape.length === 4 && shape[2] > 1)
  const sides = [...new Set(spatial.map(([, shape]) => shape[2]))]
  const frozen = sides.at(-stages - 1)
  if (frozen === undefined || stages >= sides.length)
    return undefined
  const there = spatial.filter(([, shape]) => shape[2] === frozen)
  return there.findLast(([name]) => ends.has(name)) ?? there.at(-1)
}

/** The network up to a tensor, whose channels it puts last. */
function placesLast(model: OnnxModel, boundary: string, shape: readonly number[]): OnnxModel {
  const { model: free, nameOf } = freeNames(model, [activationsOutput])
  const graph = new GraphBuilder('places last')
  const turned = graph.add('Transpose', [graph.input('boundary', 'float32', ['N', ...shape])], { perm: [0, 2, 3, 1] })
  graph.output(turned, 'turned')
  const added = appendGraph(free, graph.toGraph(), { boundary: nameOf(boundary) }, 'turn')
  return withOutputs(added.model, [{ name: activationsOutput, tensor: added.output }])
}

/** What a tail's metadata call the tensor it takes. */
const boundaryKey = 'silhouette.boundary'

/** Whether a run's network begins inside the backbone: it trained more than a head. */
export function isTail({ metadata }: OnnxModel): boolean {
  return metadata[boundaryKey] !== undefined
}

/** The tensor of the backbone that a tail goes on from; undefined for a network that is no tail. */
export function boundaryOfTail({ metadata }: OnnxModel): string | undefined {
  return metadata[boundaryKey]
}

/** A trained tail that goes on to an embedding, and the network it belongs to, as one network: a backbone whose tap `head` is the embedding. */
export function joinTail(model: OnnxModel, backbone: Backbone, tail: OnnxModel): { model: OnnxModel, backbone: Backbone } {
  const boundary = tail.metadata[boundaryKey]
  const { model: free, nameOf } = freeNames(model, [headTap])
  const joined = appendGraph(free, tail.graph, { [tail.graph.inputs[0].name]: nameOf(boundary) }, 'tuned')
  const columns = Number(tail.graph.outputs[0].shape?.[1])
  return {
    model: withOutputs(joined.model, [{ name: headTap, tensor: joined.output }]),
    backbone: {
      ...backbone,
      taps: [{ id: headTap, title: 'Learnt', columns, tensor: { name: headTap, spatial: false } }],
      defaultTap: headTap,
      classes: undefined,
    },
  }
}

/** A tail and a head that takes its features, as one network from the boundary to the embedding. */
export function withHead({ tail, boundary }: Pick<SplitNetwork, 'tail' | 'boundary'>, head: OnnxModel): OnnxModel {
  const joined = appendGraph(tail, head.graph, { [head.graph.inputs[0].name]: featuresOutput }, 'head')
  const { model, nameOf } = freeNames(joined.model, ['embedding'])
  const whole = withOutputs(model, [{ name: 'embedding', tensor: nameOf(joined.output) }])
  const [output] = whole.graph.outputs
  return {
    ...whole,
    metadata: { [boundaryKey]: boundary },
    graph: { ...whole.graph, outputs: [{ ...output, shape: ['N', Number(head.graph.outputs[0].shape?.[1])] }] },
  }
}
