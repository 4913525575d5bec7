import type { FoundFile } from '#main/photos/scan-folder'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** A photo the library has, as far as a scan can tell it from another. */
export interface KnownPhoto extends FoundFile {
  id: number
  /** Empty where its content could not be read. */
  hash: string
  /** Its file was gone at the last scan. Several missing photos may have had one path, and a photo that is there may have it now. */
  missing: boolean
}

/** What can be said of a scan before any file is read. */
export interface ScanComparison {
  /** Known photos whose path, size and time of change are as they were, and whose content was read. */
  unchanged: KnownPhoto[]
  /** Files that must be hashed before more can be said: new paths, and known paths that are not `unchanged`. */
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

const atATime = 10_000

/**
 * Tells, from path, size and time of change alone, which files of a scan need no reading. Some thousands at a time, with a
 * turn of the event loop between, so that no other call waits for a large folder.
 */
export async function compareScan(known: readonly KnownPhoto[], found: readonly FoundFile[]): Promise<ScanComparison> {
  const byPath = await photosByPath(known)
  const unchanged = new Set<KnownPhoto>()
  const toHash: FoundFile[] = []
  for (const [at, file] of found.entries()) {
    if (at % atATime === 0)
      await nextTurn()
    const photo = byPath.get(file.path)
    if (photo && photo.hash !== '' && photo.bytes === file.bytes && photo.modifiedMs === file.modifiedMs) {
      unchanged.add(photo)
    }
    else {
      toHash.push(file)
    }
  }
  await nextTurn()
  return {
    unchanged: [
      ...unchanged,
    ],
    toHash,
    unsettled: known.filter(photo => !unchanged.has(photo)),
  }
}

/**
 * Settles what `compareScan` left open. Content comes before path: a photo that was renamed, even onto another's old
 * path, takes its labels along. Two copies of the same content are two photos. `hashes` maps paths of `toHash`; a file
 * that is missing there could not be read, and the photo known at its path is left alone.
 */
export async function settleScan({ toHash, unsettled }: ScanComparison, hashes: ReadonlyMap<string, string>): Promise<ScanOutcome> {
  const outcome: ScanOutcome = {
    added: [],
    changed: [],
    moved: [],
    touched: [],
    removed: [],
  }
  const byPath = await photosByPath(unsettled)
  const open = new Set(unsettled)
  let left: HashedFile[] = []
  for (const file of toHash) {
    const hash = hashes.get(file.path)
    const photo = byPath.get(file.path)
    if (hash === undefined) {
      if (photo)
        open.delete(photo)
    }
    else if (photo?.hash === hash) {
      outcome.touched.push({
        photo,
        file: { ...file, hash },
      })
      open.delete(photo)
    }
    else {
      left.push({ ...file, hash })
    }
  }

  const homeless = Map.groupBy(open, photo => photo.hash)
  left = left.filter((file) => {
    const photo = homeless.get(file.hash)?.shift()
    if (!photo)
      return true
    outcome.moved.push({ photo, file })
    open.delete(photo)
    return false
  })

  for (const file of left) {
    const photo = byPath.get(file.path)
    if (photo && open.has(photo)) {
      outcome.changed.push({ photo, file })
      open.delete(photo)
    }
    else {
      outcome.added.push(file)
    }
  }
  outcome.removed = [...open]
  return outcome
}

/** Whose each path is: a photo that is there comes before those that had the path and are missing, of which the last one counts. */
async function photosByPath(photos: readonly KnownPhoto[]): Promise<Map<string, KnownPhoto>> {
  const byPath = new Map<string, KnownPhoto>()
  for (const [at, photo] of photos.entries()) {
    if (at % atATime === 0)
      await nextTurn()
    if (!photo.missing || (byPath.get(photo.path)?.missing ?? true))
      byPath.set(photo.path, photo)
  }
  return byPath
}
