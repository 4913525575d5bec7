import type { Buffer } from 'node:buffer'
import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { PhotoRow } from '#main/store/photos'
import type { PhotoId } from '#shared/domain/ids'
import type { ErrorReport } from '#shared/errors/silhouette-error'
import { libraryOf, openOptions } from '#main/app/core-context'
import { fewAtATime } from '#main/app/few-at-a-time'
import { fileOf, photoGiven } from '#main/app/photo-given'
import { notingGone } from '#main/app/photo-gone'
import { composeAtlasPage } from '#main/photos/atlas-page'
import { thumbnailSide } from '#main/photos/decode-photo'
import { renderPhoto } from '#main/photos/render-photo'
import { photosBetween } from '#main/store/photos'
import { atlasStamp, saveAtlasPage, savedAtlasPage, saveThumbnail, thumbnailOf } from '#main/store/thumbnail-cache'
import { atlasAcross, atlasCells } from '#shared/domain/atlas'
import { reportOf } from '#shared/errors/silhouette-error'

/** A photo as a JPEG, upright, its longer side at most `side` px. @throws UNKNOWN_PHOTO, PHOTO_MISSING and the other PHOTO_ codes */
export async function photoImage(core: CoreContext, id: PhotoId, side: number): Promise<Buffer> {
  const library = libraryOf(core)
  const { path } = photoGiven(library, id)
  return notingGone(core, library, id, () => renderPhoto(fileOf(library, path), side, openOptions(core)))
}

/** JPEGs of at most 256 px in the order of `ids`, or why a photo has none. */
export async function thumbnails(core: CoreContext, library: OpenLibrary, ids: readonly PhotoId[]): Promise<(Buffer | ErrorReport)[]> {
  return Promise.all(ids.map(async (id) => {
    try {
      return await thumbnail(core, library, photoGiven(library, id))
    }
    catch (error) {
      return reportOf(error)
    }
  }))
}

/** One atlas page as a JPEG, from the cache when nothing on it has changed. */
export async function atlasPage(core: CoreContext, page: number, cell: number): Promise<Buffer> {
  const library = libraryOf(core)
  const first = page * atlasCells + 1
  const photos = photosBetween(library.db, first, first + atlasCells - 1)
  const tiles: (Buffer | undefined)[] = Array.from({ length: atlasCells })
  const stampBefore = atlasStamp(library.cache, first, first + atlasCells - 1)
  const saved = savedAtlasPage(library.cache, page, cell, stampBefore)
  if (saved)
    return saved
  await fewAtATime(4, photos.filter(({ width }) => width > 0), async (photo) => {
    tiles[photo.id - first] = await thumbnail(core, library, photo).catch(() => undefined)
  })
  // Meanwhile the library may have been closed.
  const stamp = library.cache.open ? atlasStamp(library.cache, first, first + atlasCells - 1) : undefined
  const jpeg = await composeAtlasPage(tiles, cell, atlasAcross)
  if (stamp !== undefined && library.cache.open)
    saveAtlasPage(library.cache, page, cell, stamp, jpeg)
  return jpeg
}

/** From the cache, or made again where the cache was deleted. @throws the PHOTO_ codes */
async function thumbnail(core: CoreContext, library: OpenLibrary, { id, path, version }: Pick<PhotoRow, 'id' | 'path' | 'version'>): Promise<Buffer> {
  const kept = thumbnailOf(library.cache, id, version)
  if (kept)
    return kept
  const jpeg = await notingGone(core, library, id, () => renderPhoto(fileOf(library, path), thumbnailSide, openOptions(core)))
  if (library.cache.open)
    saveThumbnail(library.cache, id, version, jpeg)
  return jpeg
}
