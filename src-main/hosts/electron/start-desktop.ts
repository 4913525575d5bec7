import type { ElectronBinary } from '#main/hosts/electron/find-electron'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { DesktopEnded } from '#main/hosts/electron/desktop-ended'
import { projectRoot } from '#main/hosts/serving/project-paths'

export interface StartDesktopOptions {
  electron: ElectronBinary
  folder?: string
  library?: string
  home?: string
  /** The address of a served core to show, in place of a core of its own. */
  connect?: string
  /** Closes the desktop. */
  signal?: AbortSignal
}

/**
 * Opens the desktop window, and waits until the user closes it.
 * @throws DESKTOP_ENDED when it did not end well
 */
export async function startDesktop(options: StartDesktopOptions): Promise<void> {
  const { electron, signal } = options
  // Set where an installed copy's Electron plays Node for the command line; the desktop must be Electron again.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const desktop = spawn(electron.path, desktopArguments(options), {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let lastWords = ''
  desktop.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = text.trim().split('\n').at(-1)?.slice(0, 200) || lastWords
  })
  const stop = (): boolean => desktop.kill('SIGTERM')
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const [code, killedBy] = await once(desktop, 'exit') as [number | null, string | null]
    if (code !== 0 && !signal?.aborted)
      throw new DesktopEnded(killedBy ?? String(code), lastWords)
  }
  catch (error) {
    throw error instanceof DesktopEnded
      ? error
      : new DesktopEnded(String(error), lastWords)
  }
  finally {
    signal?.removeEventListener('abort', stop)
  }
}

/** The words Electron is started with: the application unless it is packed, then what it is to show. */
export function desktopArguments({ electron, folder, library, home, connect }: StartDesktopOptions): string[] {
  const words = electron.packed
    ? []
    : [
        projectRoot(),
      ]
  // Chromium's sandbox does not work for root, who in a container has nobody to be protected from.
  if (process.platform === 'linux' && process.getuid?.() === 0)
    words.push('--no-sandbox')
  if (connect !== undefined)
    words.push(`--connect=${connect}`)
  if (library !== undefined)
    words.push(`--library=${library}`)
  if (home !== undefined)
    words.push(`--home=${home}`)
  if (folder !== undefined)
    words.push(folder)
  return words
}
