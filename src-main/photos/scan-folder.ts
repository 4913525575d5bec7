import type { Dirent, Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FolderNotFound } from '#main/photos/folder-not-found'
import { FolderNotReadable } from '#main/photos/folder-not-readable'
import { readerOf } from '#main/photos/formats'
import { isNameUnreadable } from '#main/photos/name-not-readable'
import { NotAFolder } from '#main/photos/not-a-folder'
import { Cancelled } from '#shared/errors/cancelled'

/** A photo's file as a scan saw it: `path` is relative to the scanned folder, with `/` on every system. */
export interface FoundFile {
  path: string
  bytes: number
  /** Time of the last change, whole milliseconds since 1970. */
  modifiedMs: number
}

/** What a scan may be told beside the folder. */
export interface ScanOptions {
  signal?: AbortSignal
  /** Called for what may be there and cannot be looked at, such as a sub-folder that cannot be listed; `path` is relative to the scanned folder. The scan goes on. */
  onUnseen?: (path: string) => void
}

const nothingThere = new Set<string | undefined>(['ENOENT', 'ENOTDIR', 'ELOOP'])

/** Files looked at together: enough to hide a slow disk, few enough that the first batch comes at once. */
const batchSize = 256

/**
 * Finds every photo in a folder and its sub-folders, in batches, by name. Files and folders whose name starts with a
 * dot are passed over; linked folders are followed once, so that a loop of links ends.
 * @throws FOLDER_NOT_FOUND, NOT_A_FOLDER, FOLDER_NOT_READABLE (the folder itself), CANCELLED
 */
export async function* scanFolder(folder: string, { signal, onUnseen }: ScanOptions = {}): AsyncGenerator<FoundFile[]> {
  const root = await statOf(folder).catch(() => undefined)
  if (!root)
    throw new FolderNotFound(folder)
  if (!root.isDirectory())
    throw new NotAFolder(folder)

  const seen = new Set([
    identityOf(root),
  ])
  const waiting = ['']
  let batch: FoundFile[] = []
  while (waiting.length > 0) {
    const at = waiting.pop()!
    let entries: Dirent[]
    try {
      entries = await readdir(join(folder, at), { withFileTypes: true })
    }
    catch (cause) {
      if (at === '')
        throw new FolderNotReadable(folder, cause)
      onUnseen?.(at)
      continue
    }
    const visible = entries.filter(entry => !entry.name.startsWith('.') && mayMatter(entry)).sort(byName)
    const inside: string[] = []
    for (let from = 0; from < visible.length; from += batchSize) {
      if (signal?.aborted)
        throw new Cancelled('The scan')
      const part = visible.slice(from, from + batchSize).map(({ name }) => at === ''
        ? name
        : `${at}/${name}`)
      const stats = await Promise.all(part.map(path => statOf(join(folder, path)).catch(() => {
        onUnseen?.(path)
        return undefined
      })))
      part.forEach((path, i) => {
        const seenAs = stats[i]
        if (!seenAs && isNameUnreadable(path))
          onUnseen?.(path)
        if (seenAs?.isDirectory()) {
          if (seen.size < seen.add(identityOf(seenAs)).size)
            inside.push(path)
        }
        else if (seenAs?.isFile() && readerOf(path)) {
          batch.push({
            path,
            bytes: seenAs.size,
            modifiedMs: Math.round(seenAs.mtimeMs),
          })
        }
      })
      if (batch.length >= batchSize) {
        yield batch
        batch = []
      }
    }
    waiting.push(...inside.reverse())
  }
  if (signal?.aborted)
    throw new Cancelled('The scan')
  if (batch.length > 0)
    yield batch
}

function mayMatter(entry: Dirent): boolean {
  return entry.isDirectory() || entry.isSymbolicLink() || (entry.isFile() && readerOf(entry.name) !== undefined)
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name
    ? -1
    : 1
}

/** What makes two paths the same folder, however they are reached. */
function identityOf(stats: Stats): string {
  return `${stats.dev}:${stats.ino}`
}

/** Undefined where nothing is there any more, or a link leads nowhere. @throws what the system says where it cannot tell */
async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  }
  catch (error) {
    if (nothingThere.has((error as NodeJS.ErrnoException).code))
      return undefined
    throw error
  }
}
