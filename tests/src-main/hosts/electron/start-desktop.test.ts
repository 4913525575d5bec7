import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readArguments } from '#main/hosts/electron/arguments'
import { desktopArguments, startDesktop } from '#main/hosts/electron/start-desktop'

describe('desktopArguments', () => {
  it('are read by the desktop as they were meant', () => {
    const asked = {
      folder: '/photos/-x',
      library: '/l.silhouette',
      home: '/home',
      connect: 'http://127.0.0.1:1/?token=a',
    }
    const electron = { path: '/electron', version: '45.4.1', runsCore: true }
    expect(readArguments(desktopArguments({
      ...asked,
      electron: { ...electron, packed: false },
    }), true)).toEqual(asked)
    expect(readArguments(desktopArguments({
      ...asked,
      electron: { ...electron, packed: true },
    }))).toEqual(asked)
  })
})

describe.skipIf(process.platform === 'win32')('startDesktop', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'silhouette-desktop-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  async function program(script: string): Promise<{ path: string, version: string, runsCore: boolean, packed: boolean }> {
    const path = join(folder, 'electron')
    await writeFile(path, `#!/bin/sh\n${script}\n`)
    await chmod(path, 0o755)
    return {
      path,
      version: '45.4.1',
      runsCore: true,
      packed: false,
    }
  }

  it('waits until the window is closed', async () => {
    await startDesktop({ electron: await program(`echo "$@" > ${folder}/words`), folder: '/photos' })
    expect(await readFile(join(folder, 'words'), 'utf8')).toContain('/photos')
  })

  it('says how a desktop ended that did not end well', async () => {
    await expect(startDesktop({ electron: await program('echo "no screen" >&2; exit 3') })).rejects.toMatchObject({
      code: 'DESKTOP_ENDED',
      data: { how: '3', lastWords: 'no screen' },
    })
    await expect(startDesktop({
      electron: {
        path: join(folder, 'nowhere'),
        version: '1',
        runsCore: false,
        packed: false,
      },
    })).rejects.toMatchObject({ code: 'DESKTOP_ENDED' })
  })

  it('closes it when asked to', async () => {
    const closing = new AbortController()
    const done = startDesktop({ electron: await program('exec sleep 60'), signal: closing.signal })
    closing.abort()
    await done
  })
})
