import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findElectron, hasDisplay } from '#main/hosts/electron/find-electron'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silhouette-electron-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A program that answers as Electron does when it is asked for its version. */
async function writeExecutable(answer: string): Promise<string> {
  const path = join(folder, 'electron')
  await writeFile(path, `#!/bin/sh\n[ "$ELECTRON_RUN_AS_NODE" = 1 ] && ${answer}\n`)
  await chmod(path, 0o755)
  return path
}

describe.skipIf(process.platform === 'win32' || process.platform === 'darwin')('findElectron', () => {
  it('takes the folder or the executable that is named, and reads its version', async () => {
    const path = await writeExecutable('exit 1')
    await writeFile(join(folder, 'version'), 'v45.4.1')
    const found = {
      path,
      version: '45.4.1',
      runsCore: true,
      packed: false,
    }
    expect(await findElectron({ SILHOUETTE_ELECTRON: folder })).toEqual(found)
    expect(await findElectron({ SILHOUETTE_ELECTRON: path })).toEqual(found)
  })

  it('asks one that has no version file, and knows when it is too old for the core', async () => {
    const path = await writeExecutable('echo 22.3.25')
    expect(await findElectron({ SILHOUETTE_ELECTRON: folder })).toEqual({
      path,
      version: '22.3.25',
      runsCore: false,
      packed: false,
    })
  })

  it('finds none where there is none or where it does not run', async () => {
    expect(await findElectron({
      SILHOUETTE_ELECTRON: join(folder, 'nowhere'),
    })).toBeNull()
    await writeExecutable('exit 1')
    expect(await findElectron({ SILHOUETTE_ELECTRON: folder })).toBeNull()
  })
})

describe('hasDisplay', () => {
  it('looks for a screen on Linux only', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
  })
})
