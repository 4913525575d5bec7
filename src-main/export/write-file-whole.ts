import type { Buffer } from 'node:buffer'
import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes a file so that it is there whole or not at all: beside its place first, then renamed onto it. A link stays one,
 * and its file is written; a device or a pipe, such as /dev/stdout, is written to.
 */
export async function writeFileWhole(file: string, content: string | Uint8Array | Iterable<string | Buffer>): Promise<void> {
  const there = await stat(file).catch(() => undefined)
  if (there && !there.isFile() && !there.isDirectory())
    return writeFile(file, content)
  await mkdir(dirname(file), { recursive: true })
  const place = there ? await realpath(file) : file
  const draft = `${place}.${process.pid}.part`
  try {
    await writeFile(draft, content)
    await rename(draft, place)
  }
  catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
