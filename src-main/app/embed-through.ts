import type { CoreContext } from '#main/app/core-context'
import type { OpenedBackbone } from '#main/app/opened-backbone'
import type { Backbone } from '#main/backbones/backbone'
import type { EmbedPhotosOptions, EmbedProgress } from '#main/embed/embed-photos'
import type { PhotoToEmbed } from '#main/embed/photo-batch'
import { decodeFromFolder } from '#main/app/decode-from-folder'
import { embedPhotos } from '#main/embed/embed-photos'
import { buffersIn } from '#main/threads/serve-jobs'

/**
 * Reads photos of a folder and sends them through a backbone; photos are decoded while it is made ready (`opened`).
 * @throws FOLDER_AWAY, and what `embedPhotos` throws
 */
export function embedThrough(
  core: CoreContext,
  backbone: Backbone,
  photos: AsyncIterable<PhotoToEmbed> | Iterable<PhotoToEmbed>,
  { opened, folder, ...options }: Omit<EmbedPhotosOptions, 'decode' | 'embedBatch'> & { opened: OpenedBackbone, folder: string },
): Promise<EmbedProgress> {
  return embedPhotos(photos, {
    ...options,
    decode: path => decodeFromFolder(core, folder, path, backbone.preprocessing),
    embedBatch: async (pixels) => {
      const { handle } = await opened
      return core.onnx.call('embed', { handle, pixels }, { transfer: buffersIn(pixels) })
    },
  })
}
