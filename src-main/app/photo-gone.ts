import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { PhotoRow } from '#main/store/photos'
import type { PhotoId } from '#shared/domain/ids'
import { access } from 'node:fs/promises'
import { fileOf } from '#main/app/photo-given'
import { reportOf } from '#shared/errors/silhouette-error'

/** Whether a photo's file is where the library last saw it; whoever shows the photo is told when that has changed. */
export async function isThere(core: CoreContext, library: OpenLibrary, { id, path, missing }: Pick<PhotoRow, 'id' | 'path' | 'missing'>): Promise<boolean> {
  if (missing)
    return false
  const there = await access(fileOf(library, path)).then(() => true, error => error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
  noteGone(core, library, id, !there)
  return there
}

/** Opens a photo's file in some way, and notes whether it was there. */
export async function notingGone<T>(core: CoreContext, library: OpenLibrary, id: PhotoId, open: () => Promise<T>): Promise<T> {
  try {
    const opened = await open()
    noteGone(core, library, id, false)
    return opened
  }
  catch (error) {
    if (reportOf(error).code === 'PHOTO_MISSING')
      noteGone(core, library, id, true)
    throw error
  }
}

function noteGone(core: CoreContext, { gone }: OpenLibrary, id: PhotoId, isGone: boolean): void {
  if (gone.has(id) === isGone)
    return
  if (isGone)
    gone.add(id)
  else
    gone.delete(id)
  core.changes.tell('photos')
}
