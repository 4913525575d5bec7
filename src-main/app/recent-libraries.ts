import type { Home } from '#main/app/home'
import type { RecentLibrary } from '#shared/contract/library'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { writeFileWhole } from '#main/export/write-file-whole'
import { recentLibrary } from '#shared/contract/library'

const kept = 12

function listFile(home: Home): string {
  return join(home.data, 'recent.json')
}

/** Libraries opened before, the latest first; those whose file is gone are left out. */
export async function recentLibraries(home: Home): Promise<RecentLibrary[]> {
  let text: string
  try {
    text = await readFile(listFile(home), 'utf8')
  }
  catch {
    return []
  }
  const parsed = z.array(recentLibrary).safeParse(parseJson(text))
  return parsed.success
    ? parsed.data.filter(({ file }) => existsSync(file))
    : []
}

/** Puts a library at the head of the list. */
export async function rememberLibrary(home: Home, library: RecentLibrary): Promise<void> {
  const others = (await recentLibraries(home)).filter(({ file }) => file !== library.file)
  await write(home, [library, ...others].slice(0, kept))
}

/** Says anew how many photos a library in the list has, where it has come to others since it was opened. */
export async function recountLibrary(home: Home, file: string, photos: number): Promise<void> {
  const libraries = await recentLibraries(home)
  const counted = libraries.find(one => one.file === file)
  if (counted && counted.photos !== photos)
    await write(home, libraries.map(one => one === counted ? { ...one, photos } : one))
}

async function write(home: Home, libraries: RecentLibrary[]): Promise<void> {
  await writeFileWhole(listFile(home), JSON.stringify(libraries, null, 2))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch {
    return undefined
  }
}
