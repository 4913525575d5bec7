import type { CoreContext } from '#main/app/core-context'
import type { OpenedBackbone } from '#main/app/opened-backbone'
import type { Backbone } from '#main/backbones/backbone'
import type { EmbedPhotosOptions, EmbedProgress } from '#main/embed/embed-photos'
import type { PhotoToEmbed } from '#main/embed/photo-batch'
import { openOptions } from '#main/app/core-context'
import { requireFolder } from '#main/app/require-folder'
import { embedPhotos } from '#main/embed/embed-photos'
import { decodePhoto } from '#main/photos/decode-photo'
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
    decode: async (path) => {
      try {
        return await decodePhoto(path, backbone.preprocessing, openOptions(core))
      }
      catch (error) {
        await requireFolder(folder)
        throw error
      }
    },
    embedBatch: async (pixels) => {
      const { handle } = await opened
      return core.onnx.call('embed', { handle, pixels }, { transfer: buffersIn(pixels) })
    },
  })
}
