import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { Backbone } from '#main/backbones/backbone'
import type { EmbedProgress } from '#main/embed/embed-photos'
import type { PauseGate } from '#main/embed/pause-gate'
import type { RunRow } from '#main/store/runs'
import type { SpaceRow } from '#main/store/spaces'
import type { LackingPhoto } from '#main/store/vectors'
import { activationKey } from '#main/app/activation-key'
import { backboneHere } from '#main/app/backbone-in-use'
import { commitBatch } from '#main/app/commit-batch'
import { embedThrough } from '#main/app/embed-through'
import { openBackbone, releaseBackbone } from '#main/app/opened-backbone'
import { knownPhotos } from '#main/app/photos-to-embed'
import { headTap } from '#main/backbones/backbone'
import { boundaryOfTail } from '#main/backbones/split-network'
import { readModel } from '#main/graph/protobuf/read-model'
import { activationCacheIn, hashesKept } from '#main/store/activation-cache'
import { headOfRun } from '#main/store/runs'
import { setting } from '#main/store/settings'
import { cacheFolderOf } from '#main/store/thumbnail-cache'
import { photosLacking, saveVectors } from '#main/store/vectors'

interface EmbedByRunOptions {
  signal: AbortSignal
  gate?: PauseGate
  onProgress?: (progress: EmbedProgress & { total: number }) => void
}

/** Photos embedded from kept activations at a time. */
const atATime = 256

/**
 * Gives the photos that lack one their vectors in the space of a run that trained the network itself. What the frozen part
 * made of a photo may still be kept from a training: then only the trained part is run; the others are read again and sent
 * through the whole network. Committed batch by batch, so that what is cut off goes on where it was.
 * @throws FOLDER_AWAY, MODEL_MISSING, MODEL_OUT_OF_MEMORY, CANCELLED
 */
export async function embedByRun(core: CoreContext, library: OpenLibrary, run: RunRow, space: SpaceRow, { signal, gate, onProgress = () => {} }: EmbedByRunOptions): Promise<void> {
  const folder = setting(library.db, 'folder')
  if (!folder)
    return
  const lacking = await photosLacking(library.db, [space.id])
  if (lacking.length === 0)
    return
  const { backbone, file } = await backboneHere(core, run.backbone)
  const tail = new Uint8Array(headOfRun(library.db, run.id)!)
  const kept = await keptOf(library, lacking, backbone, tail)
  let done = 0
  for (let from = 0; from < kept.photos.length; from += atATime) {
    await gate?.passed(signal)
    const photos = kept.photos.slice(from, from + atATime)
    const vectors = await core.onnx.call('embedKept', { tail, hashes: photos.map(({ hash }) => hash), cacheFolder: cacheFolderOf(library.file), key: kept.key }, { signal })
    await saveVectors(library.db, { space: space.id, photos: Uint32Array.from(photos, ({ id }) => id), vectors })
    library.forgetVectors()
    done += photos.length
    onProgress({ embedded: done, failed: 0, perSecond: 0, total: lacking.length })
  }
  const rest = lacking.filter(({ id }) => !kept.ids.has(id))
  if (rest.length === 0)
    return
  const opened = openBackbone(core, { model: file, backbone, taps: [headTap], tail })
  try {
    await embedThrough(core, backbone, knownPhotos(folder, rest), {
      opened,
      folder,
      onBatch: (batch, progress) => {
        commitBatch(library, batch, [{ ...space, tap: headTap }])
        library.forgetVectors()
        onProgress({ ...progress, embedded: done + progress.embedded, total: lacking.length })
      },
      gate,
      signal,
    })
  }
  finally {
    await releaseBackbone(core, opened)
  }
}

/** The photos whose activations at the tail's boundary a training has left in the cache. */
async function keptOf({ file }: OpenLibrary, lacking: readonly LackingPhoto[], backbone: Backbone, tail: Uint8Array): Promise<{ key: string, ids: Set<number>, photos: LackingPhoto[] }> {
  const model = readModel(tail)
  const key = activationKey(backbone, boundaryOfTail(model))
  const [channels] = model.graph.inputs[0].shape!.slice(1)
  // From the network's input on, pixels are what is kept, and all of it has to be computed.
  const cache = channels === 3 || backbone.fixedBatch ? undefined : activationCacheIn(cacheFolderOf(file))
  if (!cache)
    return { key, ids: new Set(), photos: [] }
  try {
    const hashes = await hashesKept(cache, key)
    const photos = lacking.filter(({ hash }) => hash !== '' && hashes.has(hash))
    return { key, ids: new Set(photos.map(({ id }) => id)), photos }
  }
  finally {
    cache.close()
  }
}
