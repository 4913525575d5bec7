import type { Buffer } from 'node:buffer'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a file so that it is there whole or not at all: beside its place first, then renamed onto it. */
export async function writeFileWhole(file: string, content: string | Uint8Array | Iterable<string | Buffer>): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.part`
  try {
    await writeFile(draft, content)
    await rename(draft, file)
  }
  catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
