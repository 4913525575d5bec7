import type { FolderListing } from '#shared/contract/system'
import { readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { FolderNotFound } from '#main/photos/folder-not-found'
import { FolderNotReadable } from '#main/photos/folder-not-readable'
import { readerOf } from '#main/photos/formats'
import { NotAFolder } from '#main/photos/not-a-folder'

/**
 * The folders inside a folder, by name, for choosing one where no system dialog can be had.
 * @throws FOLDER_NOT_FOUND, NOT_A_FOLDER, FOLDER_NOT_READABLE
 */
export async function listFolders(path: string = homedir()): Promise<FolderListing> {
  const folder = resolve(path)
  const seen = await stat(folder).catch(() => undefined)
  if (!seen)
    throw new FolderNotFound(folder)
  if (!seen.isDirectory())
    throw new NotAFolder(folder)
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause) => {
    throw new FolderNotReadable(folder, cause)
  })
  const visible = entries.filter(({ name }) => !name.startsWith('.'))
  return {
    folder,
    parent: dirname(folder) === folder
      ? null
      : dirname(folder),
    folders: visible
      .filter(entry => entry.isDirectory() || entry.isSymbolicLink())
      .map(({ name }) => ({
        name,
        path: join(folder, name),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
    photos: visible.filter(entry => entry.isFile() && readerOf(entry.name) !== undefined).length,
  }
}
