import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A file or folder whose name is no UTF-8, as older systems wrote it: Node cannot open it by what it reads of the name. */
export class NameNotReadable extends SilhouetteError {
  readonly code = 'NAME_NOT_READABLE'

  constructor(path: string) {
    super(`The name of ${path} is in an old encoding, so it cannot be opened. Rename it and scan again.`, { path })
  }
}

/** Whether a path as Node read it has a name that is no UTF-8. */
export function isNameUnreadable(path: string): boolean {
  return path.includes('\uFFFD')
}
