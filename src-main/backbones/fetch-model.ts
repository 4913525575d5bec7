import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ModelChecksum } from '#main/backbones/model-checksum'
import { ModelDownloadFailed } from '#main/backbones/model-download-failed'
import { Cancelled } from '#shared/errors/cancelled'
import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A file to be fetched, and by what it is known to be the right one. */
export interface ModelAddress {
  address: string
  bytes: number
  sha256: string
}

/** What a download may be told beside the address. */
export interface FetchOptions {
  signal?: AbortSignal
  /** Bytes that are there, of all. */
  onProgress?: (done: number, total: number) => void
  /** Pause before the connection is tried again, in ms. */
  retryAfterMs?: number
}

/** Times the connection is tried again before giving up, counted from the last bytes that came. */
const retries = 3

/**
 * Fetches a model to `file`: into `file.part`, going on from what an earlier try left there, and under its own name only
 * once its SHA-256 is right. A file that is there and right is not fetched again.
 * @throws MODEL_DOWNLOAD_FAILED, MODEL_CHECKSUM, CANCELLED
 */
export async function fetchModel(model: ModelAddress, file: string, options: FetchOptions = {}): Promise<void> {
  const { address, bytes, sha256 } = model
  if (await sizeOf(file) === bytes && await sha256Of(file) === sha256)
    return
  const part = `${file}.part`
  await mkdir(dirname(file), { recursive: true })
  await download(model, part, options)
  const got = await sha256Of(part)
  if (got !== sha256) {
    await rm(part, { force: true })
    throw new ModelChecksum(address, sha256, got)
  }
  await rename(part, file)
}

async function download(model: ModelAddress, part: string, options: FetchOptions): Promise<void> {
  const { signal, retryAfterMs = 1000 } = options
  let failures = 0
  for (;;) {
    const before = await sizeOf(part)
    if (before === model.bytes)
      return
    try {
      await continueDownload(model, part, before > model.bytes
        ? 0
        : before, options)
      return
    }
    catch (error) {
      if (signal?.aborted)
        throw new Cancelled('The download')
      failures = await sizeOf(part) > before
        ? 1
        : failures + 1
      if (error instanceof SilhouetteError || failures > retries) {
        throw error instanceof SilhouetteError
          ? error
          : new ModelDownloadFailed(model.address, reasonOf(error), error)
      }
      await new Promise(resolve => setTimeout(resolve, retryAfterMs))
    }
  }
}

/** One request: appends what comes, or starts over where the server does not go on from `from`. */
async function continueDownload(model: ModelAddress, part: string, from: number, options: FetchOptions): Promise<void> {
  const { address, bytes } = model
  const { signal, onProgress } = options
  const response = await fetch(address, {
    signal,
    headers: from > 0
      ? { range: `bytes=${from}-` }
      : {},
  })
  const goesOn = response.status === 206 && response.headers.get('content-range')?.startsWith(`bytes ${from}-`) === true
  if (response.status === 416) {
    await rm(part, { force: true })
    throw new Error('the server has no such part of it')
  }
  if (!response.ok || !response.body || (response.status === 206 && !goesOn))
    throw failureOfStatus(address, response.status)

  const handle = await open(part, goesOn ? 'a' : 'w')
  let done = goesOn ? from : 0
  try {
    for await (const chunk of response.body) {
      done += chunk.length
      if (done > bytes)
        throw new ModelDownloadFailed(address, `it sends more than the ${bytes} bytes expected`)
      await handle.writeFile(chunk)
      onProgress?.(done, bytes)
    }
  }
  finally {
    await handle.close()
  }
  if (done < bytes)
    throw new Error(`the connection ended after ${done} of ${bytes} bytes`)
}

/** A refusal is final; a server in trouble may be asked again. */
function failureOfStatus(address: string, status: number): Error {
  const why = `the server answers ${status}`
  return status >= 500 || status === 429
    ? new Error(why)
    : new ModelDownloadFailed(address, why)
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(({ size }) => size, () => 0)
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }))
    hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** undici hides what happened in a cause. */
function reasonOf(error: unknown): string {
  const deepest = error instanceof Error && error.cause instanceof Error
    ? error.cause
    : error
  return deepest instanceof Error
    ? deepest.message
    : String(deepest)
}
