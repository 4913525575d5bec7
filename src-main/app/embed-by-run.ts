import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { EmbedProgress } from '#main/embed/embed-photos'
import type { PauseGate } from '#main/embed/pause-gate'
import type { RunRow } from '#main/store/runs'
import type { SpaceRow } from '#main/store/spaces'
import { backboneHere } from '#main/app/backbone-in-use'
import { commitBatch } from '#main/app/commit-batch'
import { openOptions } from '#main/app/core-context'
import { lackingPhotos } from '#main/app/photos-to-embed'
import { headTap } from '#main/backbones/backbone'
import { embedPhotos } from '#main/embed/embed-photos'
import { decodePhoto } from '#main/photos/decode-photo'
import { headOfRun } from '#main/store/runs'
import { setting } from '#main/store/settings'
import { buffersIn } from '#main/threads/serve-jobs'

interface EmbedByRunOptions {
  signal: AbortSignal
  gate?: PauseGate
  onProgress?: (progress: EmbedProgress & { total: number }) => void
}

/**
 * Gives the photos that lack one their vectors in the space of a run that trained the network itself: they are read
 * again and sent through the trained network. Committed batch by batch, so that what is cut off goes on where it was.
 * @throws MODEL_MISSING, MODEL_OUT_OF_MEMORY, CANCELLED
 */
export async function embedByRun(core: CoreContext, library: OpenLibrary, run: RunRow, space: SpaceRow, { signal, gate, onProgress }: EmbedByRunOptions): Promise<void> {
  const folder = setting(library.db, 'folder')
  const photos = folder ? lackingPhotos(library, folder, [space.id], new Set()) : []
  if (photos.length === 0)
    return
  const { backbone, file } = await backboneHere(core, run.backbone)
  await core.onnx.call('openBackbone', {
    model: file,
    backbone,
    taps: [headTap],
    threads: core.threads,
    tail: new Uint8Array(headOfRun(library.db, run.id)!),
  })
  await embedPhotos(photos, {
    decode: path => decodePhoto(path, backbone.preprocessing, openOptions(core)),
    embedBatch: pixels => core.onnx.call('embed', { pixels }, { transfer: buffersIn(pixels) }),
    onBatch: (batch, progress) => {
      commitBatch(library, batch, [{ ...space, tap: headTap }])
      library.forgetVectors()
      onProgress?.({ ...progress, total: photos.length })
    },
    gate,
    signal,
  })
}
