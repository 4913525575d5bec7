import type { OpenLibrary } from '#main/app/open-library'
import type { PhotoFailure } from '#shared/contract/library'
import { failures } from '#main/store/failures'

/** Photos that cannot be read, and what of the folder could not be looked at the last time. */
export function notReadable({ db, unseen }: OpenLibrary): PhotoFailure[] {
  return [
    ...failures(db).map(({ path, code, message }) => ({ path, code, message })),
    ...unseen,
  ]
}
