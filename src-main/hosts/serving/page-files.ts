import type { Buffer } from 'node:buffer'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { PageNotBuilt } from '#main/hosts/serving/page-not-built'

/** A file of the built page, ready to be sent. */
export interface PageFile {
  body: Buffer
  type: string
  cacheControl: string
}

/** What the build puts into `out/renderer`; anything else is sent as bytes that no browser runs. */
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** @throws PAGE_NOT_BUILT where the folder holds no page */
export function assertPageBuilt(folder: string): void {
  if (!existsSync(join(folder, 'index.html')))
    throw new PageNotBuilt(folder)
}

/**
 * Reads one file of the built page.
 * @param folder the folder of the built page
 * @param path the path of an address, `/` for the page itself; percent signs still encoded
 * @returns null where there is no such file, and for every path that leads out of the folder
 */
export async function pageFile(folder: string, path: string): Promise<PageFile | null> {
  const name = nameOf(path)
  if (name === null)
    return null
  const file = normalize(join(folder, name))
  if (!file.startsWith(normalize(folder + sep)))
    return null
  try {
    return {
      body: await readFile(file),
      type: types[extname(file)] ?? 'application/octet-stream',
      // The build puts a hash of the content into the names below assets/, so those can be kept for good.
      cacheControl: name.startsWith('assets/')
        ? 'private, max-age=31536000, immutable'
        : 'no-cache',
    }
  }
  catch (cause) {
    if (isMissing(cause))
      return null
    throw cause
  }
}

function nameOf(path: string): string | null {
  try {
    const name = decodeURIComponent(path).replace(/^\/+/, '')
    // A NUL, a backslash or a drive letter is never part of a built file's name, only of an attempt.

    if (/[\0\\:]/.test(name))
      return null
    return name === ''
      ? 'index.html'
      : name
  }
  catch {
    return null
  }
}

function isMissing(cause: unknown): boolean {
  const code = (cause as NodeJS.ErrnoException).code
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR'
}
