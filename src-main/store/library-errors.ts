import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The library was written by a later version of Silhouette. */
export class LibraryTooNew extends SilhouetteError {
  readonly code = 'LIBRARY_TOO_NEW'

  constructor(file: string, found: number, known: number) {
    super(
      `The library ${file} was made by a newer Silhouette (its schema is ${found}, this program knows ${known}). `
      + 'Install the newer version, or choose another file with --library. Nothing was changed.',
      { file, found, known },
    )
  }
}

/** The file is not a library: not SQLite at all, or somebody else's database. */
export class LibraryNotOurs extends SilhouetteError {
  readonly code = 'LIBRARY_NOT_OURS'

  constructor(file: string, what: string) {
    super(`${file} is not a Silhouette library: ${what}. Choose another file with --library. Nothing was changed.`, { file })
  }
}

/** The library's file cannot be read or made where it is wanted. */
export class LibraryNotWritable extends SilhouetteError {
  readonly code = 'LIBRARY_NOT_WRITABLE'

  constructor(file: string, cause: unknown) {
    super(
      `The library ${file} cannot be opened for writing (${cause instanceof Error
        ? cause.message
        : String(cause)}). `
        + 'Check that its folder exists and that you may write there, or choose another file with --library.',
      { file },
      cause,
    )
  }
}
