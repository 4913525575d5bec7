import type { CoreContext } from '#main/app/core-context'
import type { OpenedBackbone } from '#main/app/opened-backbone'
import type { Backbone } from '#main/backbones/backbone'
import type { EmbedPhotosOptions, EmbedProgress } from '#main/embed/embed-photos'
import type { PhotoToEmbed } from '#main/embed/photo-batch'
import { openOptions } from '#main/app/core-context'
import { embedPhotos } from '#main/embed/embed-photos'
import { decodePhoto } from '#main/photos/decode-photo'
import { buffersIn } from '#main/threads/serve-jobs'

/** Reads photos and sends them through a backbone; photos are decoded while it is made ready (`opened`). */
export function embedThrough(
  core: CoreContext,
  backbone: Backbone,
  photos: AsyncIterable<PhotoToEmbed> | Iterable<PhotoToEmbed>,
  { opened, ...options }: Omit<EmbedPhotosOptions, 'decode' | 'embedBatch'> & { opened: OpenedBackbone },
): Promise<EmbedProgress> {
  return embedPhotos(photos, {
    ...options,
    decode: path => decodePhoto(path, backbone.preprocessing, openOptions(core)),
    embedBatch: async (pixels) => {
      const { handle } = await opened
      return core.onnx.call('embed', { handle, pixels }, { transfer: buffersIn(pixels) })
    },
  })
}
