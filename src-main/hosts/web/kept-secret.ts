import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newToken } from '#main/hosts/web/sessions'

const shape = /^[\w-]{43}$/

/**
 * The secret that sessions are sealed with, kept in the data folder for its owner's eyes alone: a browser that was let
 * in once finds its way back to a server that was ended and started again at the same address.
 */
export async function keptSecret(data: string): Promise<string> {
  const file = join(data, 'sessions.key')
  await mkdir(data, { recursive: true })
  const fresh = newToken()
  try {
    await writeFile(file, fresh, { mode: 0o600, flag: 'wx' })
    return fresh
  }
  catch {
    const kept = await readFile(file, 'utf8')
    if (shape.test(kept))
      return kept
    // Cut off while it was written, or not ours: without a good secret nobody may be let in by it.
    await writeFile(file, fresh, { mode: 0o600 })
    return fresh
  }
}
