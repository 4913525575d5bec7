import type { Database } from 'better-sqlite3'
import type { ClassScoreColumns } from '#main/store/class-scores'
import type { SpaceRow } from '#main/store/spaces'
import type { SpaceVectors } from '#main/store/vectors'
import type { PhotoFailure } from '#shared/contract/library'
import type { PhotoId, SpaceId } from '#shared/domain/ids'
import { bytesOf } from '#main/store/arrays'
import { readClassScores } from '#main/store/class-scores'
import { openLibraryFile } from '#main/store/open-library-file'
import { openThumbnailCache } from '#main/store/thumbnail-cache'
import { readVectors } from '#main/store/vectors'

/** A library while it is open: its file, its cache, and the vectors read last. */
export class OpenLibrary {
  readonly file: string
  readonly db: Database
  readonly cache: Database
  /** Photos whose file was not there when it was wanted; the next look through the folder settles what became of them. */
  readonly gone = new Set<PhotoId>()
  /** Sub-folders and files that the last look through the folder could not look at. */
  unseen: readonly PhotoFailure[] = []
  #scores: { photos: Uint32Array, backbone: string, columns: Promise<ClassScoreColumns> } | undefined
  readonly #remembered = new Map<string, Promise<unknown>>()
  readonly #vectors = new Map<SpaceId, Promise<SpaceVectors>>()

  /** @throws LIBRARY_TOO_NEW, LIBRARY_NOT_OURS, LIBRARY_NOT_WRITABLE */
  constructor(file: string) {
    this.file = file
    this.db = openLibraryFile(file)
    try {
      this.cache = openThumbnailCache(file)
    }
    catch (error) {
      this.db.close()
      throw error
    }
  }

  /** All vectors of a space, from memory if they were read before and nothing changed since. */
  vectorsOf({ id, dimensions }: Pick<SpaceRow, 'id' | 'dimensions'>): Promise<SpaceVectors> {
    let vectors = this.#vectors.get(id)
    if (vectors) {
      // The one asked for last goes last.
      this.#vectors.delete(id)
    }
    else {
      // The two spaces in use at once are the shown one and the backbone's own.
      for (const old of [
        ...this.#vectors.keys(),
      ].slice(0, -1))
        this.#vectors.delete(old)
      const read = readVectors(this.db, id, dimensions)
      read.catch(() => this.#vectors.get(id) === read && this.#vectors.delete(id))
      vectors = read
    }
    this.#vectors.set(id, vectors)
    return vectors
  }

  /** The classes a backbone finds most likely for the photos given; from memory when they are the same as last time. */
  classScoresOf(photos: Uint32Array, backbone: string): Promise<ClassScoreColumns> {
    const last = this.#scores
    if (last?.backbone === backbone && bytesOf(last.photos).equals(bytesOf(photos)))
      return last.columns
    const columns = readClassScores(this.db, photos, backbone)
    this.#scores = { photos: photos.slice(), backbone, columns }
    return columns
  }

  /** What `make` works out from the photos: from memory as long as no photo came, went or was embedded. */
  remember<T>(key: string, make: () => Promise<T>): Promise<T> {
    let made = this.#remembered.get(key) as Promise<T> | undefined
    if (!made) {
      made = make()
      made.catch(() => this.#remembered.delete(key))
      this.#remembered.set(key, made)
    }
    return made
  }

  /** Photos came, went or were embedded: what was read of them is old. */
  forgetVectors(): void {
    this.#vectors.clear()
    this.#scores = undefined
    this.#remembered.clear()
  }

  close(): void {
    this.db.close()
    this.cache.close()
  }
}
