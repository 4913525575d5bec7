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
  await writeFileWhole(listFile(home), JSON.stringify([library, ...others].slice(0, kept), null, 2))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch {
    return undefined
  }
}
