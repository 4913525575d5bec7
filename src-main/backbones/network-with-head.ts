import type { Backbone, Preprocessing } from '#main/backbones/backbone'
import type { NetworkDescription } from '#main/backbones/network-description'
import type { LocatedTap } from '#main/backbones/tap-network'
import type { OnnxGraph, OnnxModel } from '#main/graph/protobuf/model'
import { appendGraph } from '#main/backbones/append-graph'
import { headTap } from '#main/backbones/backbone'
import { everyTap } from '#main/backbones/every-tap'
import { imageInput } from '#main/backbones/image-input'
import { descriptionKey } from '#main/backbones/network-description'
import { freeName, freeNames, namesIn, renameTensors } from '#main/backbones/rename-tensors'
import { isTail, joinTail } from '#main/backbones/split-network'
import { renameLayers, scoresOutput, tapNetwork } from '#main/backbones/tap-network'
import { withOutputs } from '#main/backbones/with-outputs'
import { GraphBuilder } from '#main/graph/builder'
import { minus, over, unitRows } from '#main/graph/formulas'
import { readModel } from '#main/graph/protobuf/read-model'
import { writeModel } from '#main/graph/protobuf/write-model'
import { floats } from '#main/graph/tensor'

/** A network and a head on one of its taps. */
export interface NetworkWithHeadInput {
  /** The bytes of the backbone's ONNX file. */
  model: Uint8Array
  backbone: Backbone
  /** The tap that the head takes, at unit length. */
  tap: string
  /**
   * The bytes of the head's: `features` [N, columns] → its first output, [N, dimensions]. For a run that trained the
   * network itself, those of the network from where training began to the embedding.
   */
  head: Uint8Array
  title: string
  source: string
}

/** What the input and the embedding of a network with a head are called. */
const pixelsInput = 'pixels'
const embeddingOutput = 'embedding'

/**
 * Makes one network of a backbone, its preprocessing and a head: `pixels` [N, 3, side, side] float32, red, green and
 * blue from 0 to 1 → `embedding` [N, dimensions], and `scores` [N, classes] where the backbone has a classifier. What is
 * left to be done before is scaling and cropping; the description tells how, and lies within the file too.
 * @throws TAP_UNKNOWN, MODEL_UNEXPECTED, MODEL_DAMAGED, MODEL_NOT_AN_IMAGE_NETWORK
 */
export async function networkWithHead(input: NetworkWithHeadInput): Promise<{ bytes: Uint8Array, description: NetworkDescription }> {
  const { backbone, tap, head, title, source } = input
  const headModel = readModel(head)
  const learnt = isTail(headModel)
    ? tunedNetwork(readModel(input.model), backbone, headModel)
    : await extendedNetwork(readModel(input.model), backbone, tap, headModel)

  const { model, nameOf } = freeNames(learnt.model, [pixelsInput, embeddingOutput, scoresOutput])
  const whole = withOutputs(withPreparation(model, nameOf(imageInput(learnt.model).name), backbone.preprocessing), [
    { name: embeddingOutput, tensor: nameOf(learnt.output) },
    ...learnt.hasScores ? [{ name: scoresOutput, tensor: nameOf(scoresOutput) }] : [],
  ])
  const there = namesIn(whole)
  const layers = renameLayers(learnt.layers.filter(({ id }) => id !== headTap), nameOf)
    .filter(({ tensor, flat }) => there.has(tensor.name) && (!flat || there.has(flat.name)))
  const { resize, crop } = backbone.preprocessing
  const description: NetworkDescription = {
    title,
    licence: backbone.licence,
    source,
    resize,
    crop,
    mean: [0, 0, 0],
    deviation: [1, 1, 1],
    ...learnt.hasScores && { namesFile: backbone.classes!.namesFile, classes: { count: backbone.classes!.count, tensor: scoresOutput } },
    taps: [
      ...layers,
      { id: headTap, title: 'Learnt', columns: Number(headModel.graph.outputs[0].shape?.[1]), tensor: { name: embeddingOutput, spatial: false } },
    ],
    defaultTap: headTap,
  }
  return {
    bytes: writeModel({ ...whole, producer: 'silhouette', metadata: { [descriptionKey]: JSON.stringify(description) } }),
    description,
  }
}

interface Embedding {
  model: OnnxModel
  /** The tensor that is the embedding. */
  output: string
  hasScores: boolean
  /** The backbone's layers that are still what they were. */
  layers: readonly LocatedTap[]
}

async function extendedNetwork(read: OnnxModel, backbone: Backbone, tap: string, head: OnnxModel): Promise<Embedding> {
  const { model, hasScores, layers } = await tapNetwork(read, backbone, [tap])
  const unit = appendGraph(model, unitLengthGraph(everyTap(backbone).find(({ id }) => id === tap)!.columns), { features: tap }, 'unit-length')
  return { ...appendGraph(unit.model, head.graph, { [head.graph.inputs[0].name]: unit.output }, 'head'), hasScores, layers }
}

/** Of a network that was trained itself, neither the layers nor the classifier are what they were. */
function tunedNetwork(read: OnnxModel, backbone: Backbone, tail: OnnxModel): Embedding {
  return { model: joinTail(read, backbone, tail).model, output: headTap, hasScores: false, layers: [] }
}

function unitLengthGraph(columns: number): OnnxGraph {
  const graph = new GraphBuilder('unit length')
  graph.output(unitRows(graph.input('features', 'float32', ['N', columns])), 'unit')
  return graph.toGraph()
}

/** The network with `pixels` for its input, from which what it took before is computed. */
function withPreparation(model: OnnxModel, input: string, { crop, mean, deviation }: Preprocessing): OnnxModel {
  const graph = new GraphBuilder('preparation')
  const pixels = graph.input(pixelsInput, 'float32', ['N', 3, crop, crop])
  const centred = minus(pixels, graph.constant(floats([1, 3, 1, 1], mean), 'mean'))
  graph.output(over(centred, graph.constant(floats([1, 3, 1, 1], deviation), 'deviation')), 'prepared')
  const taken = namesIn(model)
  const before = renameTensors(graph.toGraph(), name => name === pixelsInput ? name : name === 'prepared' ? input : freeName(`preparation/${name}`, taken))
  return {
    ...model,
    graph: {
      ...model.graph,
      inputs: before.inputs,
      nodes: [...before.nodes, ...model.graph.nodes],
      initializers: [...before.initializers, ...model.graph.initializers],
    },
  }
}
