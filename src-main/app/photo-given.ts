import type { OpenLibrary } from '#main/app/open-library'
import type { PhotoRow } from '#main/store/photos'
import type { PhotoId } from '#shared/domain/ids'
import { join } from 'node:path'
import { Unknown } from '#main/app/app-errors'
import { folderOf } from '#main/app/require-folder'
import { firstUnknown, photoById } from '#main/store/photos'

/** Where a photo's file is. @throws FOLDER_AWAY */
export function fileOf(library: OpenLibrary, path: string): string {
  return join(folderOf(library), path)
}

/** A photo by its id. @throws UNKNOWN_PHOTO */
export function photoGiven({ db }: OpenLibrary, id: PhotoId): PhotoRow {
  const photo = photoById(db, id)
  if (!photo)
    throw new Unknown('photo', id)
  return photo
}

/** Makes sure of many ids at once. @throws UNKNOWN_PHOTO */
export function checkPhotos({ db }: OpenLibrary, ids: Uint32Array): void {
  const unknown = firstUnknown(db, ids)
  if (unknown !== undefined)
    throw new Unknown('photo', unknown)
}
