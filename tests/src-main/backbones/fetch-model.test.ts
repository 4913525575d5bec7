import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fetchModel } from '#main/backbones/fetch-model'

const content = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 31 + (i >> 8)) % 256))
const sha256 = createHash('sha256').update(content).digest('hex')

let folder: string
let server: Server
let asked: (string | undefined)[]
let answer: (request: IncomingMessage, response: ServerResponse) => void

/** Answers as a server of files does, ranges included. */
function serve({ headers: { range } }: IncomingMessage, response: ServerResponse, until = content.length): void {
  const from = range
    ? Number(/\d+/.exec(range)![0])
    : 0
  response.writeHead(range ? 206 : 200, range
    ? { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` }
    : {})
  if (until < content.length)
    response.write(content.subarray(from, until), () => setTimeout(() => response.destroy(), 20))
  else
    response.end(content.subarray(from))
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silhouette-fetch-'))
  asked = []
  answer = serve
  server = createServer((request, response) => {
    asked.push(request.headers.range)
    answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  await rm(folder, { recursive: true })
})

function model() {
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/m.onnx`, bytes: content.length, sha256 }
}

function fetched(options = {}) {
  return fetchModel(model(), join(folder, 'models/m.onnx'), { retryAfterMs: 1, ...options })
}

describe('fetchModel', () => {
  it('fetches, reports progress, and does not fetch again', async () => {
    const progress: number[] = []
    await fetched({
      onProgress: (done: number) => progress.push(done),
    })
    expect(await readFile(join(folder, 'models/m.onnx'))).toEqual(content)
    expect(await readdir(join(folder, 'models'))).toEqual(['m.onnx'])
    expect(progress.at(-1)).toBe(content.length)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    await fetched()
    expect(asked).toEqual([undefined])
  })

  it('goes on from where an earlier try stopped', async () => {
    await fetched()
    await rm(join(folder, 'models/m.onnx'))
    await writeFile(join(folder, 'models/m.onnx.part'), content.subarray(0, 1000))
    await fetched()
    expect(asked).toEqual([undefined, 'bytes=1000-'])
    expect(await readFile(join(folder, 'models/m.onnx'))).toEqual(content)
  })

  it('asks again for the rest when the connection breaks', async () => {
    answer = (request, response) => serve(request, response, asked.length === 1
      ? 100_000
      : content.length)
    await fetched()
    expect(asked).toHaveLength(2)
    expect(asked[1]).toMatch(/^bytes=\d+-$/)
    expect(await readFile(join(folder, 'models/m.onnx'))).toEqual(content)
  })

  it('starts over with a server that knows no ranges', async () => {
    await fetched()
    await rm(join(folder, 'models/m.onnx'))
    await writeFile(join(folder, 'models/m.onnx.part'), Buffer.alloc(500))
    answer = (request, response) => serve({ ...request, headers: {} } as IncomingMessage, response)
    await fetched()
    expect(await readFile(join(folder, 'models/m.onnx'))).toEqual(content)
  })

  it('gives up on a refusal at once, and on a broken server after some tries', async () => {
    answer = (_, response) => response.writeHead(404).end()
    await expect(fetched()).rejects.toMatchObject({ code: 'MODEL_DOWNLOAD_FAILED' })
    expect(asked).toHaveLength(1)
    answer = (_, response) => response.writeHead(503).end()
    await expect(fetched()).rejects.toMatchObject({
      code: 'MODEL_DOWNLOAD_FAILED',
      data: { why: 'the server answers 503' },
    })
    expect(asked).toHaveLength(5)
  })

  it('throws away what is not the model that was meant', async () => {
    answer = (_, response) => response.end(Buffer.alloc(content.length))
    await expect(fetched()).rejects.toMatchObject({ code: 'MODEL_CHECKSUM' })
    expect(await readdir(join(folder, 'models'))).toEqual([])
    answer = (_, response) => response.end(Buffer.alloc(content.length + 1))
    await expect(fetched()).rejects.toMatchObject({ code: 'MODEL_DOWNLOAD_FAILED' })
    expect(await readdir(join(folder, 'models'))).not.toContain('m.onnx')
  })

  it('stops when told to and keeps what came', async () => {
    const stop = new AbortController()
    answer = (_, response) => {
      response.writeHead(200)
      response.write(content.subarray(0, 50_000))
    }
    await expect(fetched({
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })).rejects.toMatchObject({ code: 'CANCELLED' })
    const kept = await readFile(join(folder, 'models/m.onnx.part'))
    expect(kept.length).toBeGreaterThan(0)
    expect(kept).toEqual(content.subarray(0, kept.length))
  })

  it('says why a server cannot be reached', async () => {
    const closed = {
      ...model(),
      address: 'http://127.0.0.1:9/m.onnx',
    }
    await expect(fetchModel(closed, join(folder, 'm.onnx'), { retryAfterMs: 1 })).rejects.toMatchObject({ code: 'MODEL_DOWNLOAD_FAILED' })
  })
})
