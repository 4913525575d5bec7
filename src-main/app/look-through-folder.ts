import type { OpenLibrary } from '#main/app/open-library'
import type { FoundFile } from '#main/photos/scan-folder'
import type { PhotoId } from '#shared/domain/ids'
import { join } from 'node:path'
import { FolderEmpty } from '#main/app/app-errors'
import { requireFolder } from '#main/app/require-folder'
import { compareScan, settleScan } from '#main/photos/compare-scan'
import { contentHash } from '#main/photos/content-hash'
import { scanFolder } from '#main/photos/scan-folder'
import { clearMissingFailures } from '#main/store/failures'
import { addPhoto, changePhoto, knownFiles, markMissing, movePhoto } from '#main/store/photos'
import { reportOf } from '#shared/errors/silhouette-error'

/** What a look through the folder came to. */
export interface FolderNews {
  /** Files the library has not seen, and that cannot be a moved photo: hashed only when their turn comes. */
  fresh: FoundFile[]
  /** Whether any known photo was moved, changed, taken away or came back. */
  changed: boolean
  /** Sub-folders and files that cannot be looked at, relative to the folder. */
  unseen: string[]
}

/**
 * Compares the folder with what the library knows, and writes down what moved, changed or went. Only files that may be
 * a photo from elsewhere are read for that; those that are surely new wait for their turn. Photos in a sub-folder that
 * cannot be looked at are left as they are.
 * @throws FOLDER_AWAY, FOLDER_NOT_FOUND, NOT_A_FOLDER, FOLDER_NOT_READABLE, FOLDER_EMPTY, CANCELLED
 */
export async function lookThroughFolder(library: OpenLibrary, folder: string, signal: AbortSignal, onFound: (files: number) => void): Promise<FolderNews> {
  const found: FoundFile[] = []
  const unseen = new Set<string>()
  for await (const batch of scanFolder(folder, { signal, onUnseen: path => unseen.add(path) })) {
    found.push(...batch)
    onFound(found.length)
  }
  const known = (await knownFiles(library.db)).filter(({ path, missing }) => missing || !isWithin(path, unseen))
  if (found.length === 0)
    throw new FolderEmpty(folder)

  // A missing photo's file may be back as it was: then only its size and time tell, as for any other.
  const comparison = await compareScan(known, found)
  const back = comparison.unchanged.filter(({ missing }) => missing)
  const mayBe = new Set(comparison.unsettled.map(({ bytes }) => bytes))
  const paths = new Set(comparison.unsettled.map(({ path }) => path))
  const inDoubt = comparison.toHash.filter(({ path, bytes }) => mayBe.has(bytes) || paths.has(path))
  const hashes = await hashesOf(folder, inDoubt, signal)
  const { added, changed, moved, touched, removed } = await settleScan({ ...comparison, toHash: inDoubt }, hashes)
  const gone = removed.filter(({ missing }) => !missing)
  const backWithOtherTime = touched.some(({ photo }) => photo.missing)

  if (gone.length > 0)
    await requireFolder(folder)

  library.db.transaction(() => {
    clearMissingFailures(library.db)
    // Names may have been swapped: all leave their old place before any takes its new one.
    for (const { photo } of moved)
      markMissing(library.db, photo.id as PhotoId)
    for (const { id } of gone)
      markMissing(library.db, id as PhotoId)
    for (const { photo, file } of [
      ...moved,
      ...touched,
    ])
      movePhoto(library.db, { ...file, id: photo.id as PhotoId })
    for (const { id, path, bytes, modifiedMs } of back) {
      movePhoto(library.db, {
        id: id as PhotoId,
        path,
        bytes,
        modifiedMs,
      })
    }
    for (const { photo, file } of changed)
      changePhoto(library.db, { ...file, id: photo.id as PhotoId })
    for (const file of added)
      addPhoto(library.db, file)
  })()

  const settled = new Set(inDoubt.map(({ path }) => path))
  return {
    fresh: comparison.toHash.filter(({ path }) => !settled.has(path)),
    changed: backWithOtherTime || back.length + changed.length + moved.length + gone.length + added.length > 0,
    unseen: [...unseen].sort(),
  }
}

/** Whether a path is one of these or lies under one. */
function isWithin(path: string, places: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0 && places.size > 0; end = path.lastIndexOf('/', end - 1)) {
    if (places.has(path.slice(0, end)))
      return true
  }
  return false
}

/** Files that cannot be read are left out: what is known at their path is left alone. */
async function hashesOf(folder: string, files: readonly FoundFile[], signal: AbortSignal): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  for (const { path } of files) {
    try {
      hashes.set(path, await contentHash(join(folder, path), signal))
    }
    catch (error) {
      if (reportOf(error).code === 'CANCELLED')
        throw error
    }
  }
  return hashes
}
