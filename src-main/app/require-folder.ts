import type { OpenLibrary } from '#main/app/open-library'
import { opendir } from 'node:fs/promises'
import { FolderAway } from '#main/app/app-errors'
import { setting } from '#main/store/settings'

/** The folder of a library's photos. @throws FOLDER_AWAY where it has none */
export function folderOf({ db, file }: OpenLibrary): string {
  const folder = setting(db, 'folder')
  if (!folder)
    throw new FolderAway(`of ${file}`)
  return folder
}

/** Makes sure that a folder is there, before what is wrong with its files is taken for their own fault. @throws FOLDER_AWAY */
export async function requireFolder(folder: string): Promise<void> {
  if (!await holdsAnything(folder))
    throw new FolderAway(folder)
}

/** An empty folder may be where a drive that is away was mounted. */
async function holdsAnything(folder: string): Promise<boolean> {
  try {
    const entries = await opendir(folder)
    const first = await entries.read()
    await entries.close()
    return first !== null
  }
  catch {
    return false
  }
}
