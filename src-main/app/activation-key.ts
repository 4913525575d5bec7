import type { Backbone } from '#main/backbones/backbone'
import { decoding } from '#main/photos/decode-photo'

/** What the activations of photos at a boundary of a backbone are kept under; those of other pixels are others. */
export function activationKey({ sha256 }: Pick<Backbone, 'sha256'>, boundary: string | undefined): string {
  return `${sha256} ${boundary} ${decoding}`
}
