import type { Backbone } from '#main/backbones/backbone'
import { imageInput } from '#main/backbones/image-input'
import { tapNetwork } from '#main/backbones/tap-network'
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

/**
 * Makes the network that embeds photos, as `tapNetwork` does, from a file's bytes to a file's bytes.
 * @throws TAP_UNKNOWN, MODEL_UNEXPECTED, MODEL_DAMAGED, MODEL_NOT_AN_IMAGE_NETWORK
 */
export async function tappedModel(bytes: Uint8Array, backbone: Backbone, taps: readonly string[]): Promise<TappedModel> {
  const { model, hasScores } = await tapNetwork(readModel(bytes), backbone, taps)
  return { bytes: writeModel(model), input: imageInput(model).name, hasScores }
}
