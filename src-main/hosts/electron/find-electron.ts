import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '#main/hosts/serving/project-paths'

/** The first version whose processes take the core's ES modules; older ones only show a core that runs elsewhere. */
const firstWithCore = 28

/** An Electron on this machine. */
export interface ElectronBinary {
  /** The executable. */
  path: string
  /** `45.4.1`, say. */
  version: string
  /** Whether it can run the core itself; if not, it can still be a window on a served one. */
  runsCore: boolean
  /** Whether it was packed with this application, and so starts it without being told. */
  packed: boolean
}

/**
 * Finds an Electron that can be started with this application: the one it was packed with, else the one
 * `SILHOUETTE_ELECTRON` names (its executable or its folder), else the one npm's package fetched. It never fetches one.
 */
export async function findElectron(env: NodeJS.ProcessEnv = process.env): Promise<ElectronBinary | null> {
  // An installed copy's command line runs in its Electron, which then plays Node.
  if (process.versions.electron) {
    return {
      path: process.execPath,
      version: process.versions.electron,
      runsCore: true,
      packed: true,
    }
  }
  const named = env.SILHOUETTE_ELECTRON
  if (named)
    return electronAt(await executableIn(resolve(named)))
  return electronAt(join(electronPackage(), 'dist', executableName(process.platform)))
}

/** The folder of npm's package, which holds Electron's own installer and, once that ran, `dist`. */
export function electronPackage(): string {
  return join(projectRoot(), 'node_modules', 'electron')
}

/** Whether there is a screen to open a window on. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Where Electron's executable lies in its folder. */
function executableName(platform: NodeJS.Platform): string {
  if (platform === 'darwin')
    return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32'
    ? 'electron.exe'
    : 'electron'
}

async function executableIn(path: string): Promise<string> {
  const isFolder = await stat(path).then(found => found.isDirectory(), () => false)
  return isFolder
    ? join(path, executableName(process.platform))
    : path
}

async function electronAt(path: string): Promise<ElectronBinary | null> {
  if (!existsSync(path))
    return null
  const version = await versionOf(path)
  return version === null
    ? null
    : {
        path,
        version,
        runsCore: Number.parseInt(version) >= firstWithCore,
        packed: false,
      }
}

async function versionOf(path: string): Promise<string | null> {
  try {
    return (await readFile(join(dirname(path), 'version'), 'utf8')).trim().replace(/^v/, '')
  }
  catch {
    // A distribution without that file is asked itself.
    try {
      const { stdout } = await promisify(execFile)(path, ['-p', 'process.versions.electron'], {
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
        timeout: 10_000,
      })
      return stdout.trim() || null
    }
    catch {
      return null
    }
  }
}
