import type { Database } from 'better-sqlite3'
import type { Home } from '#main/app/home'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { libraryFileFor } from '#main/app/home'
import { hasMoved } from '#main/app/moved-library'
import { glanceInto } from '#main/store/open-library-file'
import { setting } from '#main/store/settings'

/**
 * The file of a folder's library, where none was named: the usual one; or, as folders are moved and renamed, the one among
 * the user's libraries that is of this folder now, or whose photos were moved into it; or a new one.
 */
export async function libraryOfFolder(home: Home, folder: string): Promise<string> {
  const usual = libraryFileFor(home, folder)
  // One that cannot be read is said to be so when it is opened.
  if (existsSync(usual) && (await glanceInto(usual, folderIn) ?? folder) === folder)
    return usual
  const others = await librariesIn(home)
  for (const isIt of [
    async (db: Database) => setting(db, 'folder') === folder,
    async (db: Database) => hasMoved(db, setting(db, 'folder') ?? folder, folder),
  ]) {
    for (const file of others) {
      if (await glanceInto(file, isIt))
        return file
    }
  }
  return freeFile(home, folder)
}

async function folderIn(db: Database): Promise<string | undefined> {
  return setting(db, 'folder')
}

async function librariesIn(home: Home): Promise<string[]> {
  const names = await readdir(home.libraries).catch(() => [])
  return names.filter(name => name.endsWith('.silhouette')).sort().map(name => join(home.libraries, name))
}

/** The usual file of a folder, or where that went with other photos, the next that there is none of. */
function freeFile(home: Home, folder: string): string {
  for (let count = 1; ; count++) {
    const file = libraryFileFor(home, folder, count)
    if (!existsSync(file))
      return file
  }
}
