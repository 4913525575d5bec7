import type { Backbone, FlatTensor, Tap } from '#main/backbones/backbone'
import type { TapChoice } from '#main/backbones/every-tap'
import type { WantedOutput } from '#main/backbones/with-outputs'
import type { OnnxModel } from '#main/graph/protobuf/model'
import { appendGraph } from '#main/backbones/append-graph'
import { everyTap } from '#main/backbones/every-tap'
import { findTaps } from '#main/backbones/find-taps'
import { ModelUnexpected } from '#main/backbones/model-unexpected'
import { freeNames } from '#main/backbones/rename-tensors'
import { allStagesGraph, flatTapGraph } from '#main/backbones/tap-graphs'
import { TapUnknown } from '#main/backbones/tap-unknown'
import { withOutputs } from '#main/backbones/with-outputs'

/** What the output with the class scores is called. */
export const scoresOutput = 'scores'

/** A tap whose tensors are known by name. */
export interface LocatedTap extends Tap {
  tensor: NonNullable<Tap['tensor']>
  flat?: Required<FlatTensor>
}

/** A backbone cut down to what is wanted of it. */
export interface TappedNetwork {
  /** Its outputs are called by the taps' ids, [N, columns] float32, and `scores` [N, classes]. */
  model: OnnxModel
  hasScores: boolean
  /** The backbone's layers, by the names their tensors have in this model; those that nothing wanted needs are not in it. */
  layers: LocatedTap[]
}

/**
 * Makes a network of a backbone that answers each tap wanted, and the class scores where the backbone has a classifier.
 * Layers that nothing wanted needs are left out.
 * @throws TAP_UNKNOWN, MODEL_UNEXPECTED, MODEL_DAMAGED, MODEL_NOT_AN_IMAGE_NETWORK
 */
export async function tapNetwork(read: OnnxModel, backbone: Backbone, taps: readonly string[]): Promise<TappedNetwork> {
  const choices = everyTap(backbone)
  const chosen = taps.map((id) => {
    const choice = choices.find(choice => choice.id === id)
    if (!choice)
      throw new TapUnknown(id, backbone.id, choices.map(({ id }) => id))
    return choice
  })
  const { layers, scores } = await locate(read, backbone)
  const { model, nameOf } = freeNames(read, [...taps, scoresOutput])
  const renamed = renameLayers(layers, nameOf)

  const wanted: WantedOutput[] = []
  let grown = model
  for (const choice of chosen) {
    const of = choice.of.map(({ id }) => renamed.find(layer => layer.id === id)!)
    if (choice.form === 'layer') {
      wanted.push({ name: choice.id, tensor: of[0].tensor.name, pooling: of[0].tensor.spatial ? 'average' : 'none' })
    }
    else {
      const added = withVector(grown, choice, of)
      grown = added.model
      wanted.push({ name: choice.id, tensor: added.output })
    }
  }
  if (scores !== undefined)
    wanted.push({ name: scoresOutput, tensor: nameOf(scores), pooling: 'none' })
  return { model: withOutputs(grown, wanted), hasScores: scores !== undefined, layers: renamed }
}

/** The layers of a backbone with the names of their tensors in the network. @throws MODEL_UNEXPECTED */
export async function locateLayers(model: OnnxModel, backbone: Backbone): Promise<LocatedTap[]> {
  return (await locate(model, backbone)).layers
}

/** The layers, when their tensors are called otherwise. */
export function renameLayers(layers: readonly LocatedTap[], nameOf: (name: string) => string): LocatedTap[] {
  return layers.map(({ tensor, flat, ...layer }): LocatedTap => ({
    ...layer,
    tensor: { ...tensor, name: nameOf(tensor.name) },
    flat: flat && { ...flat, name: nameOf(flat.name) },
  }))
}

function withVector(model: OnnxModel, { id, form }: TapChoice, of: readonly LocatedTap[]) {
  if (form === 'flat')
    return appendGraph(model, flatTapGraph(of[0].flat!.count), { activations: of[0].flat!.name }, id)
  const stages = of.map(({ columns, tensor: { spatial } }) => ({ columns, spatial }))
  return appendGraph(model, allStagesGraph(stages), Object.fromEntries(of.map(({ tensor }, at) => [String(at), tensor.name])), id)
}

/** The names of a backbone's tensors: as its entry says, or else by the structure of its graph. */
async function locate(model: OnnxModel, { id, taps, classes }: Backbone): Promise<{ layers: LocatedTap[], scores: string | undefined }> {
  const named = taps.every(({ tensor, flat }) => tensor && (!flat || flat.name !== undefined)) && (!classes || classes.tensor !== undefined)
  const found = named ? undefined : await findTaps(model)
  const layers = taps.map((tap): LocatedTap => {
    const there = found?.taps.find(there => there.id === tap.id && there.columns === tap.columns)
    const tensor = tap.tensor ?? there?.tensor
    const name = tap.flat?.name ?? there?.flat.name
    if (!tensor || (tap.flat && (name === undefined || (there && there.flat.count !== tap.flat.count))))
      throw new ModelUnexpected(id, `no tensor of ${tap.columns} channels was found for ${tap.id}`)
    return { ...tap, tensor, flat: tap.flat && { count: tap.flat.count, name: name! } }
  })
  return { layers, scores: classes && (classes.tensor ?? found?.classes?.tensor) }
}
