import type { KeepServingOptions } from '#main/hosts/web/keep-serving'
import type { Core } from '#shared/contract/contract'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { keepServing } from '#main/hosts/web/keep-serving'
import { takePort } from '#main/hosts/web/take-port'
import { portOfOwn } from '#tests/fixtures/port-of-own'

interface Serving {
  url: string
  another: () => string
  notices: string[]
  /** Settles when serving has ended. */
  ended: Promise<void>
}

let home: string
let stopping: AbortController
let ended: Promise<void>

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'silhouette-home-'))
  stopping = new AbortController()
  ended = Promise.resolve()
})

afterEach(async () => {
  stopping.abort()
  await ended.catch(() => {})
  await rm(home, { recursive: true })
})

async function serve(options: Partial<KeepServingOptions> = {}): Promise<Serving> {
  const notices: string[] = []
  return new Promise((resolve, reject) => {
    ended = keepServing({
      home,
      signal: stopping.signal,
      onNotice: line => notices.push(line),
      onReady: (url, another) => resolve({ url, another, notices, ended }),
      ...options,
    })
    ended.catch(reject)
  })
}

async function signIn(url: string): Promise<string | undefined> {
  const response = await fetch(url, { redirect: 'manual' })
  return response.headers.get('set-cookie')?.split(';')[0]
}

function coreAt(url: string, cookie: string): Core {
  return createORPCClient(new RPCLink({
    url: new URL('/rpc', url).href,
    headers: { 'x-silhouette': 'page', cookie },
  }))
}

async function answers(core: Core): Promise<boolean> {
  return core.system.folders({ folder: home }).then(({ folder }) => folder === home, () => false)
}

/** The processes this one started that serve. */
async function servers(): Promise<number[]> {
  const found: number[] = []
  for (const entry of await readdir('/proc')) {
    const stat = /^\d+$/.test(entry) && await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '')
    const [state, parent] = stat
      ? stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      : []
    if (Number(parent) === process.pid && state !== 'Z' && (await readFile(`/proc/${entry}/cmdline`, 'utf8')).includes('web/server'))
      found.push(Number(entry))
  }
  return found
}

async function crash(): Promise<void> {
  await expect.poll(servers, { timeout: 20_000 }).toHaveLength(1)
  const [pid] = await servers()
  process.kill(pid, 'SIGKILL')
  await expect.poll(servers, { timeout: 20_000 }).not.toContain(pid)
}

describe('keepServing', () => {
  it('serves the page and the core at an address of one use, and ends when told to', async () => {
    const { url, another } = await serve()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
    const cookie = await signIn(url)
    expect(cookie).toBeDefined()
    expect(await signIn(url)).toBeUndefined()
    expect(await signIn(another())).toBeDefined()
    const page = await fetch(new URL('/', url), {
      headers: { cookie: cookie! },
    })
    expect(await page.text()).toContain('<title>Silhouette</title>')
    expect(await answers(coreAt(url, cookie!))).toBe(true)

    stopping.abort()
    await ended
    await expect(fetch(url)).rejects.toThrow()
  })

  it('prints what the server prints on stderr', async () => {
    const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    // Makes Node itself print what it does.
    vi.stubEnv('NODE_DEBUG', 'module')
    onTestFinished(() => {
      printed.mockRestore()
      vi.unstubAllEnvs()
    })
    await serve()
    expect(printed.mock.calls.some(([text]) => /^MODULE \d+: /m.test(String(text)))).toBe(true)
  })

  it('says that a port is taken', async () => {
    const place = await takePort('127.0.0.1', 0)
    await expect(serve({ port: place.listening.port })).rejects.toMatchObject({ code: 'PORT_TAKEN' })
    await place.close()
  })

  it('says why it can\'t open what it was asked to', async () => {
    await expect(serve({
      folder: join(home, 'nowhere'),
    })).rejects.toMatchObject({ code: 'FOLDER_NOT_FOUND' })
  })
})

describe.skipIf(process.platform !== 'linux')('keepServing, when the server dies', () => {
  it('starts it again at the same place for the same browsers', async () => {
    const { url, notices } = await serve({ port: await portOfOwn() })
    const cookie = await signIn(url)
    await crash()
    await expect.poll(() => answers(coreAt(url, cookie!)), { timeout: 20_000 }).toBe(true)
    expect(await signIn(url)).toBeUndefined()
    expect(notices).toHaveLength(1)
    expect(notices[0]).toContain('starting it again')
  })

  it('gives up after five crashes within a minute', async () => {
    await serve({ port: await portOfOwn() })
    for (let i = 0; i < 5; i++)
      await crash()
    await expect(ended).rejects.toMatchObject({ code: 'SERVER_KEEPS_CRASHING' })
  })
})
