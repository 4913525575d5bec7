import type { FoundFile } from '#main/photos/scan-folder'

/** A photo the library has, as far as a scan can tell it from another. */
export interface KnownPhoto extends FoundFile {
  id: number
  hash: string
}

/** What can be said of a scan before any file is read. */
export interface ScanComparison {
  /** Known photos whose path, size and time of change are as they were. */
  unchanged: KnownPhoto[]
  /** Files that must be hashed before more can be said: new paths, and known paths whose size or time differs. */
  toHash: FoundFile[]
  /** Known photos that are not `unchanged`. */
  unsettled: KnownPhoto[]
}

/** A found file and its content hash. */
export interface HashedFile extends FoundFile {
  hash: string
}

/** A known photo and the file it is now. */
export interface Rediscovered {
  photo: KnownPhoto
  file: HashedFile
}

/** What a scan found, once the files in doubt are hashed. */
export interface ScanOutcome {
  /** Photos the library has not seen. */
  added: HashedFile[]
  /** Photos with other content at the same path: they need a new embedding. */
  changed: Rediscovered[]
  /** Photos with the same content at another path, where their own no longer holds it: only the path changes. */
  moved: Rediscovered[]
  /** Photos with the same content at the same path, but another time of change. */
  touched: Rediscovered[]
  /** Photos that are in none of the files. */
  removed: KnownPhoto[]
}

/** Tells, from path, size and time of change alone, which files of a scan need no reading. */
export function compareScan(known: readonly KnownPhoto[], found: readonly FoundFile[]): ScanComparison {
  const byPath = new Map(known.map(photo => [photo.path, photo]))
  const unchanged: KnownPhoto[] = []
  const toHash: FoundFile[] = []
  for (const file of found) {
    const photo = byPath.get(file.path)
    if (photo && photo.bytes === file.bytes && photo.modifiedMs === file.modifiedMs) {
      unchanged.push(photo)
      byPath.delete(file.path)
    }
    else {
      toHash.push(file)
    }
  }
  return {
    unchanged,
    toHash,
    unsettled: [
      ...byPath.values(),
    ],
  }
}

/**
 * Settles what `compareScan` left open. Content comes before path: a photo that was renamed, even onto another's old
 * path, takes its labels along. Two copies of the same content are two photos. `hashes` maps paths of `toHash`; a file
 * that is missing there could not be read, and the photo known at its path is left alone.
 */
export function settleScan({ toHash, unsettled }: ScanComparison, hashes: ReadonlyMap<string, string>): ScanOutcome {
  const outcome: ScanOutcome = {
    added: [],
    changed: [],
    moved: [],
    touched: [],
    removed: [],
  }
  const open = new Map(unsettled.map(photo => [photo.path, photo]))
  let left: HashedFile[] = []
  for (const file of toHash) {
    const hash = hashes.get(file.path)
    const photo = open.get(file.path)
    if (hash === undefined) {
      open.delete(file.path)
    }
    else if (photo?.hash === hash) {
      outcome.touched.push({
        photo,
        file: { ...file, hash },
      })
      open.delete(file.path)
    }
    else {
      left.push({ ...file, hash })
    }
  }

  const homeless = Map.groupBy(open.values(), photo => photo.hash)
  left = left.filter((file) => {
    const photo = homeless.get(file.hash)?.shift()
    if (!photo)
      return true
    outcome.moved.push({ photo, file })
    open.delete(photo.path)
    return false
  })

  for (const file of left) {
    const photo = open.get(file.path)
    if (photo) {
      outcome.changed.push({ photo, file })
      open.delete(file.path)
    }
    else {
      outcome.added.push(file)
    }
  }
  outcome.removed.push(...open.values())
  return outcome
}
