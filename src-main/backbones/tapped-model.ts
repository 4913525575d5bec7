import type { Backbone } from '#main/backbones/backbone'
import type { WantedOutput } from '#main/backbones/with-outputs'
import { findTaps } from '#main/backbones/find-taps'
import { imageInput } from '#main/backbones/image-input'
import { ModelUnexpected } from '#main/backbones/model-unexpected'
import { TapUnknown } from '#main/backbones/tap-unknown'
import { withOutputs } from '#main/backbones/with-outputs'
import { readModel } from '#main/graph/protobuf/read-model'
import { writeModel } from '#main/graph/protobuf/write-model'

/** A backbone cut down to what is wanted of it. */
export interface TappedModel {
  /** An ONNX network whose outputs are called by the taps' ids, [N, columns] float32, and `scores` [N, classes]. */
  bytes: Uint8Array
  /** The name of its input, [N, 3, crop, crop] float32. */
  input: string
  hasScores: boolean
}

/** What the output with the class scores is called. */
export const scoresOutput = 'scores'

/**
 * Makes the network that embeds photos: the pooled output of each tap wanted, and the class scores where the backbone
 * has a classifier. The head and other layers that nothing wanted needs are left out.
 * @throws TAP_UNKNOWN, MODEL_UNEXPECTED, MODEL_DAMAGED, MODEL_NOT_AN_IMAGE_NETWORK
 */
export async function tappedModel(model: Uint8Array, backbone: Backbone, taps: readonly string[]): Promise<TappedModel> {
  const read = readModel(model)
  const unknown = taps.find(id => !backbone.taps.some(tap => tap.id === id))
  if (unknown !== undefined)
    throw new TapUnknown(unknown, backbone.id, backbone.taps.map(({ id }) => id))

  const byName = backbone.taps.every(({ tensor }) => tensor !== undefined) && (!backbone.classes || backbone.classes.tensor !== undefined)
  const found = byName
    ? undefined
    : await findTaps(read)
  const wanted = taps.map((id): WantedOutput => {
    const tap = backbone.taps.find(tap => tap.id === id)!
    const tensor = tap.tensor ?? found?.taps.find(there => there.id === id && there.columns === tap.columns)?.tensor
    if (tensor === undefined)
      throw new ModelUnexpected(backbone.id, `no tensor of ${tap.columns} channels was found for ${id}`)
    return {
      name: id,
      tensor: tensor.name,
      pooling: tensor.spatial ? 'average' : 'none',
    }
  })
  const scores = backbone.classes?.tensor ?? found?.classes?.tensor
  if (scores !== undefined && backbone.classes)
    wanted.push({ name: scoresOutput, tensor: scores, pooling: 'none' })
  return {
    bytes: writeModel(withOutputs(read, wanted)),
    input: imageInput(read).name,
    hasScores: scores !== undefined && backbone.classes !== undefined,
  }
}
