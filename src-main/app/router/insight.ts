import { libraryOf } from '#main/app/core-context'
import { findDuplicates } from '#main/app/find-duplicates'
import { findOutliers } from '#main/app/find-outliers'
import { findSimilar } from '#main/app/find-similar'
import { measureQuality } from '#main/app/measure-quality'
import { serve } from '#main/app/router/serve'
import { searchPhotos } from '#main/app/search-photos'
import { spaceGiven } from '#main/app/show-space'
import { blobOf, uint32Of } from '#shared/contract/blobs'

export const qualityRouter = {
  of: serve.quality.of.handler(async ({ context: { core }, input, signal }) => {
    const { photos, silhouettes, nearest, ...quality } = await measureQuality(core, spaceGiven(libraryOf(core), input.space), signal)
    return {
      ...quality,
      photos: blobOf(photos),
      silhouettes: blobOf(silhouettes),
      nearest: blobOf(nearest),
    }
  }),
}

export const findRouter = {
  search: serve.find.search.handler(async ({ context: { core }, input }) => {
    const { photos, facets } = await searchPhotos(core, input)
    return { photos: blobOf(photos), facets }
  }),
  similar: serve.find.similar.handler(async ({ context: { core }, input }) => findSimilar(core, await uint32Of(input.photos), input.limit)),
  duplicates: serve.find.duplicates.handler(({ context: { core }, signal }) => findDuplicates(core, signal)),
  outliers: serve.find.outliers.handler(({ context: { core }, input, signal }) => findOutliers(core, input.limit, signal)),
}
