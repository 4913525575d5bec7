import type { OpenLibrary } from '#main/app/open-library'
import type { PhotoToEmbed } from '#main/embed/photo-batch'
import type { FoundFile } from '#main/photos/scan-folder'
import type { PhotoId, SpaceId } from '#shared/domain/ids'
import { join } from 'node:path'
import { requireFolder } from '#main/app/require-folder'
import { contentHash } from '#main/photos/content-hash'
import { saveFailure } from '#main/store/failures'
import { addPhoto, photoById } from '#main/store/photos'
import { photosLacking } from '#main/store/vectors'
import { reportOf } from '#shared/errors/silhouette-error'

/** Photos the library knows and that lack a vector in one of the spaces, but not those named. */
export function lackingPhotos(library: OpenLibrary, folder: string, spaces: readonly SpaceId[], except: ReadonlySet<number>): PhotoToEmbed[] {
  const ids = new Set(spaces.flatMap(space => photosLacking(library.db, space)))
  return [...ids]
    .filter(id => !except.has(id))
    .sort((a, b) => a - b)
    .map(id => ({
      id,
      file: join(folder, photoById(library.db, id)!.path),
    }))
}

/**
 * Takes new files into the library one by one, as the pipeline asks for them: each is hashed just before it is decoded.
 * One that is gone again is not taken.
 * @throws FOLDER_AWAY, CANCELLED
 */
export async function* freshPhotos(library: OpenLibrary, folder: string, files: readonly FoundFile[], signal: AbortSignal): AsyncGenerator<PhotoToEmbed> {
  for (const found of files) {
    const file = join(folder, found.path)
    try {
      yield {
        id: addPhoto(library.db, { ...found, hash: await contentHash(file, signal) }),
        file,
      }
    }
    catch (error) {
      const { code, message } = reportOf(error)
      if (code === 'CANCELLED' || !code.startsWith('PHOTO_'))
        throw error
      await requireFolder(folder)
      if (code === 'PHOTO_MISSING')
        continue
      const id: PhotoId = addPhoto(library.db, { ...found, hash: '' })
      saveFailure(library.db, { id, code, message })
    }
  }
}
