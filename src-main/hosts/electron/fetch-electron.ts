import type { ElectronBinary } from '#main/hosts/electron/find-electron'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ElectronNotFetched } from '#main/hosts/electron/electron-not-fetched'
import { electronPackage, findElectron } from '#main/hosts/electron/find-electron'

/** Where Electron's own installer gets it from unless a mirror is set. */
const origin = 'https://github.com/electron/electron'

/** How long the origin may take to answer at all: a machine without the internet should not wait for more. */
const answerMs = 4_000

/**
 * Fetches Electron by its package's own installer, which checks what it fetched against the checksums it came with.
 * About 120 MB.
 * @throws ELECTRON_NOT_FETCHED, saying what to do
 */
export async function fetchElectron(signal?: AbortSignal): Promise<ElectronBinary> {
  const installer = join(electronPackage(), 'install.js')
  if (!existsSync(installer))
    throw new ElectronNotFetched('its npm package is not installed')
  if (!mirrorIsSet(process.env))
    await assertReachable(signal)

  const child = spawn(process.execPath, [installer], {
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  })
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words += text
  })
  let code: unknown
  try {
    [code] = await once(child, 'exit')
  }
  catch (error) {
    throw new ElectronNotFetched(String(error))
  }
  const found = await findElectron()
  if (code !== 0 || !found)
    throw new ElectronNotFetched(words.trim().split('\n')[0] || `its installer ended with ${code}`)
  return found
}

function mirrorIsSet(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env.ELECTRON_MIRROR || env.npm_config_electron_mirror)
}

async function assertReachable(signal?: AbortSignal): Promise<void> {
  const limit = AbortSignal.timeout(answerMs)
  try {
    await fetch(origin, {
      method: 'HEAD',
      signal: signal
        ? AbortSignal.any([signal, limit])
        : limit,
    })
  }
  catch {
    throw new ElectronNotFetched(`${origin} does not answer`)
  }
}
