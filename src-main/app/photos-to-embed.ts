import type { OpenLibrary } from '#main/app/open-library'
import type { PhotoToEmbed } from '#main/embed/photo-batch'
import type { FoundFile } from '#main/photos/scan-folder'
import type { PhotoFile } from '#main/store/photos'
import { join } from 'node:path'
import { requireFolder } from '#main/app/require-folder'
import { contentHash } from '#main/photos/content-hash'
import { saveFailure } from '#main/store/failures'
import { addPhoto } from '#main/store/photos'
import { reportOf } from '#shared/errors/silhouette-error'

/** Photos the library knows, with their files, as the pipeline asks for them. */
export function* knownPhotos(folder: string, photos: Iterable<Pick<PhotoFile, 'id' | 'path'>>): Generator<PhotoToEmbed> {
  for (const { id, path } of photos)
    yield { id, file: join(folder, path) }
}

/**
 * Takes new files into the library one by one, as the pipeline asks for them: each is hashed just before it is decoded.
 * One that is gone again is not taken, nor one that another process has taken since the folder was looked through.
 * @throws FOLDER_AWAY, CANCELLED
 */
export async function* freshPhotos(library: OpenLibrary, folder: string, files: readonly FoundFile[], signal: AbortSignal): AsyncGenerator<PhotoToEmbed> {
  for (const found of files) {
    const file = join(folder, found.path)
    try {
      const id = addPhoto(library.db, { ...found, hash: await contentHash(file, signal) })
      if (id !== undefined)
        yield { id, file }
    }
    catch (error) {
      const { code, message } = reportOf(error)
      if (code === 'CANCELLED' || !code.startsWith('PHOTO_'))
        throw error
      await requireFolder(folder)
      if (code === 'PHOTO_MISSING')
        continue
      const id = addPhoto(library.db, { ...found, hash: '' })
      if (id !== undefined)
        saveFailure(library.db, { id, code, message })
    }
  }
}
