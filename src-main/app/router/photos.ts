import type { Buffer } from 'node:buffer'
import type { ErrorReport } from '#shared/errors/silhouette-error'
import { libraryOf } from '#main/app/core-context'
import { photoColumns, photoLabels } from '#main/app/photo-columns'
import { photoDetails } from '#main/app/photo-details'
import { atlasPage, photoImage, thumbnails } from '#main/app/photo-pictures'
import { serve } from '#main/app/router/serve'
import { photoPaths } from '#main/store/photos'
import { blobOf } from '#shared/contract/blobs'

const jpeg = { type: 'image/jpeg' }

export const photosRouter = {
  columns: serve.photos.columns.handler(async ({ context: { core } }) => {
    const { ids, labels, suggestions, confidences, aspects, versions } = await photoColumns(libraryOf(core))
    return {
      count: ids.length,
      ids: blobOf(ids),
      labels: blobOf(labels),
      suggestions: blobOf(suggestions),
      confidences: blobOf(confidences),
      aspects: blobOf(aspects),
      versions: blobOf(versions),
    }
  }),
  labels: serve.photos.labels.handler(async ({ context: { core } }) => {
    const { labelled, suggested } = await photoLabels(libraryOf(core))
    return {
      labelled: blobOf(labelled.photos),
      labels: blobOf(labelled.labels),
      suggested: blobOf(suggested.photos),
      suggestions: blobOf(suggested.labels),
      confidences: blobOf(suggested.confidences),
    }
  }),
  paths: serve.photos.paths.handler(({ context: { core } }) => photoPaths(libraryOf(core).db)),
  atlas: serve.photos.atlas.handler(async ({ context: { core }, input }) =>
    new Blob([
      new Uint8Array(await atlasPage(core, input.page, input.cell)),
    ], jpeg)),
  thumbnails: serve.photos.thumbnails.handler(async ({ context: { core }, input }) => {
    const found = await thumbnails(core, libraryOf(core), input.photos)
    return {
      sizes: found.map(one => isPicture(one) ? one.byteLength : 0),
      jpegs: new Blob(found.filter(isPicture).map(one => new Uint8Array(one))),
      failed: found.flatMap((one, i) => isPicture(one) ? [] : [{ ...one, photo: input.photos[i] }]),
    }
  }),
  gone: serve.photos.gone.handler(({ context: { core } }) => [...libraryOf(core).gone]),
  image: serve.photos.image.handler(async ({ context: { core }, input }) =>
    new Blob([
      new Uint8Array(await photoImage(core, input.photo, input.side)),
    ], jpeg)),
  details: serve.photos.details.handler(({ context: { core }, input }) => photoDetails(core, input.photo)),
}

function isPicture(one: Buffer | ErrorReport): one is Buffer {
  return one instanceof Uint8Array
}
