import type { PictureJobs } from '#main/app/picture-jobs'
import { Buffer } from 'node:buffer'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openOptions } from '#main/app/core-context'
import { decodePhoto } from '#main/photos/decode-photo'
import { photoFailure } from '#main/photos/photo-failure'
import { Thread } from '#main/threads/thread'
import { ThreadLost } from '#main/threads/thread-lost'
import { workerAddress } from '#main/threads/worker-address'
import { Cancelled } from '#shared/errors/cancelled'
import { damagedHeic } from '#tests/fixtures/damaged-heic'

const input = { resize: 64, crop: 56 }
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silhouette-failure-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function saved(name: string, bytes: Buffer): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, bytes)
  return file
}

describe('photoFailure', () => {
  it('gives each failure its code', async () => {
    const whole = await sharp({
      create: {
        width: 300,
        height: 200,
        channels: 3,
        background: 'red',
      },
    }).composite([
      {
        input: Buffer.from(Array.from({ length: 120_000 }, (_, i) => (i * i) % 256)),
        raw: { width: 200, height: 200, channels: 3 },
      },
    ]).jpeg().toBuffer()
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251))
    const codeOf = async (name: string, bytes: Buffer, options = {}) =>
      decodePhoto(await saved(name, bytes), input, options).then(() => 'none', ({ code }) => code)
    expect(await codeOf('cut.jpg', whole.subarray(0, whole.length * 0.6))).toBe('PHOTO_UNREADABLE')
    expect(await codeOf('noise.jpg', noise)).toBe('PHOTO_FORMAT_UNSUPPORTED')
    expect(await codeOf('empty.jpg', Buffer.alloc(0))).toBe('PHOTO_EMPTY')
    expect(await codeOf('bitmap.bmp', Buffer.from('BM and what follows'))).toBe('PHOTO_FORMAT_UNSUPPORTED')
    expect(await codeOf('large.jpg', whole, { pixelLimit: 59_999 })).toBe('PHOTO_TOO_LARGE')
    expect(await codeOf('enough.jpg', whole, { pixelLimit: 60_000 })).toBe('none')
    await expect(decodePhoto(join(folder, 'gone.jpg'), input)).rejects.toMatchObject({ code: 'PHOTO_MISSING' })
  })

  it('refuses a bomb by its header', async () => {
    const png = await sharp({
      create: {
        width: 4,
        height: 4,
        channels: 3,
        background: 'red',
      },
    }).png().toBuffer()
    png.writeUInt32BE(60_000, 16)
    png.writeUInt32BE(60_000, 20)
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
    await expect(decodePhoto(await saved('bomb.png', png), input)).rejects.toMatchObject({ code: 'PHOTO_TOO_LARGE' })
  })

  it('takes what a decoder throws in a thread of its own for the photo\'s failure, but not the loss of the thread', async () => {
    const file = await saved('damaged.heic', await damagedHeic())
    const pictures = new Thread<PictureJobs>(workerAddress('pictures'))
    onTestFinished(() => pictures.close())
    await expect(decodePhoto(file, input, openOptions({ pictures }))).rejects.toMatchObject({ code: 'PHOTO_UNREADABLE', data: { path: file } })
    expect(await photoFailure(new ThreadLost(), file)).toMatchObject({ code: 'THREAD_LOST' })
  })

  it('knows what the operating system says, and leaves coded errors as they are', async () => {
    const file = await saved('there.jpg', Buffer.from('x'))
    const refused = Object.assign(new Error('open'), { code: 'EACCES' })
    expect(await photoFailure(refused, file)).toMatchObject({
      code: 'PHOTO_NOT_PERMITTED',
      cause: refused,
      data: { path: file },
    })
    const cancelled = new Cancelled('Indexing')
    expect(await photoFailure(cancelled, file)).toBe(cancelled)
  })
})
