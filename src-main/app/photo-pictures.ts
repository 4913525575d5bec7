import type { Buffer } from 'node:buffer'
import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { PhotoRow } from '#main/store/photos'
import type { PhotoId } from '#shared/domain/ids'
import { join } from 'node:path'
import { FolderAway, Unknown } from '#main/app/app-errors'
import { libraryOf, openOptions } from '#main/app/core-context'
import { composeAtlasPage } from '#main/photos/atlas-page'
import { thumbnailSide } from '#main/photos/decode-photo'
import { renderPhoto } from '#main/photos/render-photo'
import { photoById, photosBetween } from '#main/store/photos'
import { setting } from '#main/store/settings'
import { atlasStamp, saveAtlasPage, savedAtlasPage, saveThumbnail, thumbnailOf } from '#main/store/thumbnail-cache'
import { atlasAcross, atlasCells } from '#shared/contract/photos'

/** Where a photo's file is. @throws FOLDER_AWAY */
export function fileOf({ db, file }: OpenLibrary, path: string): string {
  const folder = setting(db, 'folder')
  if (!folder)
    throw new FolderAway(`of ${file}`)
  return join(folder, path)
}

/** A photo by its id. @throws UNKNOWN_PHOTO */
export function photoGiven({ db }: OpenLibrary, id: PhotoId): PhotoRow {
  const photo = photoById(db, id)
  if (!photo)
    throw new Unknown('photo', id)
  return photo
}

/** A photo as a JPEG, upright, its longer side at most `side` px. @throws UNKNOWN_PHOTO, PHOTO_MISSING and the other PHOTO_ codes */
export async function photoImage(core: CoreContext, id: PhotoId, side: number): Promise<Buffer> {
  const library = libraryOf(core)
  return renderPhoto(fileOf(library, photoGiven(library, id).path), side, openOptions(core))
}

/** JPEGs of at most 256 px in the order of `ids`; undefined for a photo that is unknown or cannot be read. */
export async function thumbnails(core: CoreContext, ids: readonly PhotoId[]): Promise<(Buffer | undefined)[]> {
  const { db } = libraryOf(core)
  return Promise.all(ids.map((id) => {
    const photo = photoById(db, id)
    return photo && thumbnail(core, photo)
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
  const waiting = photos.filter(({ width }) => width > 0)
  const takeTurns = async (): Promise<void> => {
    for (let photo = waiting.pop(); photo; photo = waiting.pop())
      tiles[photo.id - first] = await thumbnail(core, photo)
  }
  await Promise.all(Array.from({ length: 4 }, takeTurns))
  const stamp = atlasStamp(library.cache, first, first + atlasCells - 1)
  const jpeg = await composeAtlasPage(tiles, cell, atlasAcross)
  if (library.cache.open)
    saveAtlasPage(library.cache, page, cell, stamp, jpeg)
  return jpeg
}

/** From the cache, or made again where the cache was deleted. */
async function thumbnail(core: CoreContext, { id, path, version }: Pick<PhotoRow, 'id' | 'path' | 'version'>): Promise<Buffer | undefined> {
  const library = libraryOf(core)
  const kept = thumbnailOf(library.cache, id, version)
  if (kept)
    return kept
  try {
    const jpeg = await renderPhoto(fileOf(library, path), thumbnailSide, openOptions(core))
    if (library.cache.open)
      saveThumbnail(library.cache, id, version, jpeg)
    return jpeg
  }
  catch {
    return undefined
  }
}
