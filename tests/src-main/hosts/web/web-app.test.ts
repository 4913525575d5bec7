import type { Core } from '#shared/contract/contract'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { implement, ORPCError } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Sessions } from '#main/hosts/web/sessions'
import { takePort } from '#main/hosts/web/take-port'
import { webApp } from '#main/hosts/web/web-app'
import { blobOf, uint32Of } from '#shared/contract/blobs'
import { contract } from '#shared/contract/contract'

const os = implement(contract)
let watching = 0
const askedForColumns = Promise.withResolvers<void>()

/** Some calls of the contract, each answered in the simplest way that shows what HTTP does to it. */
const router = {
  system: {
    folders: os.system.folders.handler(({ input }) => {
      if (input.folder === '/nowhere') {
        throw new ORPCError('FOLDER_NOT_FOUND', {
          message: 'There is no folder /nowhere.',
          data: { folder: '/nowhere' },
        })
      }
      return {
        folder: input.folder ?? '/',
        parent: null,
        folders: [],
        photos: 7,
      }
    }),
  },
  photos: {
    columns: os.photos.columns.handler(async () => {
      askedForColumns.resolve()
      await setTimeout(100)
      const blob = blobOf(new Uint32Array(50_000))
      return { count: 50_000, ids: blob, labels: blob, suggestions: blob, confidences: blob, aspects: blob, versions: blob }
    }),
    atlas: os.photos.atlas.handler(({ input }) => blobOf(Uint32Array.of(input.page, input.cell, 0xFFFFFFFF))),
  },
  labels: {
    assign: os.labels.assign.handler(async ({ input }) => ({ changed: (await uint32Of(input.photos)).length, actions: 1, label: null })),
  },
  library: {
    watch: os.library.watch.handler(async function* ({ signal }) {
      watching++
      try {
        yield { kind: 'library' as const }
        yield { kind: 'labels' as const }
        await setTimeout(60_000, undefined, { signal })
      }
      finally {
        watching--
      }
    }),
  },
}

const used: string[] = []
const sessions = new Sessions('secret', ['one', 'two', 'three'])
let place: Awaited<ReturnType<typeof takePort>>
let page: string
let origin: string

beforeAll(async () => {
  page = await mkdtemp(join(tmpdir(), 'silhouette-page-'))
  await mkdir(join(page, 'assets'))
  await writeFile(join(page, 'index.html'), '<!doctype html><title>The page</title>')
  await writeFile(join(page, 'assets', 'index-abc.js'), 'export {}')
  place = await takePort('127.0.0.1', 0)
  origin = `http://127.0.0.1:${place.listening.port}`
  const app = webApp({
    router,
    context: {},
    page,
    sessions,
    listening: place.listening,
    onTokenUsed: token => used.push(token),
  })
  place.answer(getRequestListener(app.fetch))
})

afterAll(async () => {
  await place.close()
  await rm(page, { recursive: true })
})

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(origin + path, { redirect: 'manual', headers })
}

async function signIn(token: string): Promise<string> {
  const response = await get(`/?token=${token}`)
  return response.headers.get('set-cookie')!.split(';')[0]
}

function pageClient(headers: Record<string, string>): Core {
  return createORPCClient(new RPCLink({
    url: `${origin}/rpc`,
    headers: { 'x-silhouette': 'page', 'sec-fetch-site': 'same-origin', ...headers },
  }))
}

describe('signing in', () => {
  it('lets one browser in with a token, and that browser again with the same address', async () => {
    const first = await get('/?token=one')
    expect(first.status).toBe(303)
    expect(first.headers.get('location')).toBe('/')
    const cookie = first.headers.get('set-cookie')!
    expect(cookie).toMatch(new RegExp(`^silhouette-${place.listening.port}=[\\w.-]+;`))
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Strict')
    expect(used).toContain('one')

    const session = cookie.split(';')[0]
    expect((await get('/', { cookie: session })).status).toBe(200)
    expect((await get('/?token=one', { cookie: session })).status).toBe(303)
  })

  it('lets no second browser in with the same token, and tells it what to do', async () => {
    await signIn('two')
    const second = await get('/?token=two')
    expect(second.status).toBe(401)
    expect(second.headers.get('set-cookie')).toBeNull()
    expect(await second.text()).toContain('silhouette open')
  })

  it.each(['/', '/assets/index-abc.js', '/nothing'])('shows %s to nobody else', async (path) => {
    const response = await get(path, { cookie: `silhouette-${place.listening.port}=made.up` })
    expect(response.status).toBe(401)
    expect(await response.text()).toContain('not signed in')
  })
})

describe('the page', () => {
  const session = sessions.open()
  const signedIn = (): Record<string, string> => ({ cookie: `silhouette-${place.listening.port}=${session}` })

  it('is sent as what it is, to be asked for again; its assets to be kept', async () => {
    const html = await get('/', signedIn())
    expect(await html.text()).toContain('The page')
    expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(html.headers.get('cache-control')).toBe('no-cache')
    const script = await get('/assets/index-abc.js', signedIn())
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('cache-control')).toContain('immutable')
  })

  it('comes with headers that keep everything else out, and so does every refusal', async () => {
    for (const response of [await get('/', signedIn()), await get('/'), await get('/nothing', signedIn())]) {
      const policy = response.headers.get('content-security-policy')!
      expect(policy).toContain('default-src \'none\'')
      expect(policy).not.toContain('unsafe')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    }
  })

  it.each([
    '/../sessions.test.ts',
    '/..%2f..%2fetc%2fpasswd',
    '/assets/..%5c..%5cx',
    '/%00',
    '/%E0%A4%A',
  ])('has nothing at %s', async (path) => {
    expect((await get(path, signedIn())).status).toBe(404)
  })

  it('is not served under another name', async () => {
    const { port } = place.listening
    const { request } = await import('node:http')
    const status = await new Promise((resolve) => {
      request({
        port,
        host: '127.0.0.1',
        path: '/',
        headers: {
          ...signedIn(),
          host: `rebound.example:${port}`,
        },
      }, response => resolve(response.statusCode)).end()
    })
    expect(status).toBe(421)
  })
})

describe('the contract', () => {
  const core = (headers: Record<string, string> = {}): Core => pageClient({ cookie: `silhouette-${place.listening.port}=${sessions.open()}`, ...headers })

  it('answers calls', async () => {
    expect(await core().system.folders({ folder: '/photos' })).toEqual({
      folder: '/photos',
      parent: null,
      folders: [],
      photos: 7,
    })
  })

  it('carries errors by code, with their data', async () => {
    await expect(core().system.folders({ folder: '/nowhere' })).rejects.toMatchObject({
      code: 'FOLDER_NOT_FOUND',
      message: 'There is no folder /nowhere.',
      data: { folder: '/nowhere' },
    })
  })

  it('carries Blobs both ways', async () => {
    expect([
      ...await uint32Of(await core().photos.atlas({ page: 3, cell: 64 })),
    ]).toEqual([3, 64, 0xFFFFFFFF])
    const assigned = await core().labels.assign({
      photos: blobOf(new Uint32Array(100_000)),
      label: { name: 'dogs' },
    })
    expect(assigned.changed).toBe(100_000)
  })

  it('outlives a page that goes away before its Blobs are sent', async () => {
    const leaving = new AbortController()
    const asked = core().photos.columns(undefined, { signal: leaving.signal })
    await askedForColumns.promise
    leaving.abort()
    await expect(asked).rejects.toThrow()
    await setTimeout(200)
    expect(await uint32Of((await core().photos.columns()).ids)).toHaveLength(50_000)
  })

  it('streams, and stops the work when the page goes away', async () => {
    const leaving = new AbortController()
    const kinds: string[] = []
    const reading = (async () => {
      for await (const change of await core().library.watch(undefined, { signal: leaving.signal })) {
        kinds.push(change.kind)
        if (kinds.length === 2)
          leaving.abort()
      }
    })()
    await expect(reading).rejects.toThrow()
    expect(kinds).toEqual(['library', 'labels'])
    await expect.poll(() => watching).toBe(0)
  })

  it('is shut to strangers, to other sites and to plain posts', async () => {
    await expect(pageClient({ cookie: '' }).system.folders({})).rejects.toMatchObject({ status: 401 })
    await expect(core({ 'sec-fetch-site': 'cross-site' }).system.folders({})).rejects.toMatchObject({ status: 403 })
    await expect(core({ 'sec-fetch-site': 'same-site' }).system.folders({})).rejects.toMatchObject({ status: 403 })
    await expect(core({ 'x-silhouette': '' }).system.folders({})).rejects.toMatchObject({ status: 403 })
  })

  it('takes no call beyond its limit', async () => {
    await expect(core().labels.assign({
      photos: new Blob([
        new Uint8Array(33 * 1024 * 1024),
      ]),
      label: null,
    })).rejects.toMatchObject({ status: 413 })
  })
})
