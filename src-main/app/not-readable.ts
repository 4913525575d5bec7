import type { OpenLibrary } from '#main/app/open-library'
import type { PhotoFailure } from '#shared/contract/library'
import { join } from 'node:path'
import { FolderNotReadable } from '#main/photos/folder-not-readable'
import { readerOf } from '#main/photos/formats'
import { isNameUnreadable, NameNotReadable } from '#main/photos/name-not-readable'
import { PhotoNotPermitted } from '#main/photos/photo-not-permitted'
import { failures } from '#main/store/failures'

/** Photos that cannot be read, and what of the folder could not be looked at the last time. */
export function notReadable({ db, unseen }: OpenLibrary): PhotoFailure[] {
  return [
    ...failures(db).map(({ path, code, message }) => ({ path, code, message })),
    ...unseen,
  ]
}

/** What cannot be looked at is named as a photo that cannot be read is, though the library does not know it. */
export function unseenAs(folder: string, path: string): PhotoFailure {
  const file = join(folder, path)
  const { code, message } = isNameUnreadable(path)
    ? new NameNotReadable(file)
    : readerOf(path) ? new PhotoNotPermitted(file) : new FolderNotReadable(file)
  return { path, code, message }
}
