import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { decodePhoto } from '#main/photos/decode-photo'

describe('rawPreview', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'silhouette-raw-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
    // Who runs the tests ends this process without a word to its children.
    if (process.platform !== 'win32')
      await vi.waitFor(() => expect(readers()).toBe(0), { timeout: 20_000, interval: 500 })
  }, 30_000)

  /** A TIFF as Sony's ARW begins: maker, orientation, and where the preview lies. */
  function rawFile(jpeg: Buffer, orientation: number): Buffer {
    const make = Buffer.from('SONY\0\0')
    const previewAt = 8 + 2 + 4 * 12 + 4 + make.length
    const head = Buffer.alloc(previewAt - make.length)
    head.write('II*\0', 'latin1')
    head.writeUInt32LE(8, 4)
    head.writeUInt16LE(4, 8)
    const entries = [
      [
        0x010F,
        2,
        make.length,
        previewAt - make.length,
      ],
      [0x0112, 3, 1, orientation],
      [0x0201, 4, 1, previewAt],
      [0x0202, 4, 1, jpeg.length],
    ]
    entries.forEach(([tag, type, count, value], i) => {
      head.writeUInt16LE(tag, 10 + 12 * i)
      head.writeUInt16LE(type, 12 + 12 * i)
      head.writeUInt32LE(count, 14 + 12 * i)
      head.writeUInt32LE(value, 18 + 12 * i)
    })
    return Buffer.concat([head, make, jpeg])
  }

  /** How many processes of ExifTool this one has. */
  function readers(): number {
    const lines = execFileSync('ps', ['-A', '-o', 'ppid=,args='], { encoding: 'utf8' }).split('\n')
    return lines.filter(line => Number.parseInt(line) === process.pid && line.includes('exiftool')).length
  }

  it('shows a RAW file by its preview, turned as the RAW file says', async () => {
    const jpeg = await sharp({
      create: {
        width: 400,
        height: 200,
        channels: 3,
        background: 'red',
      },
    }).jpeg().toBuffer()
    const file = join(folder, 'a.arw')
    await writeFile(file, rawFile(jpeg, 6))
    const photo = await decodePhoto(file, { resize: 64, crop: 56 })
    expect([photo.width, photo.height]).toEqual([200, 400])
    expect([
      ...photo.pixels.subarray(0, 3),
    ].map(value => Math.round(value / 255))).toEqual([1, 0, 0])
    expect(photo.metadata.camera).toBe('SONY')
    await writeFile(file, rawFile(jpeg, 1))
    expect(await decodePhoto(file, { resize: 64, crop: 56 })).toMatchObject({ width: 400, height: 200 })
  })

  it.skipIf(process.platform === 'win32')('starts one process for files that come together, which ends when there are no more', { timeout: 40_000 }, async () => {
    const jpeg = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } }).jpeg().toBuffer()
    const files = Array.from({ length: 6 }, (_, i) => join(folder, `together-${i}.arw`))
    await Promise.all(files.map(file => writeFile(file, rawFile(jpeg, 1))))
    vi.resetModules()
    const { rawPreview } = await import('#main/photos/raw-preview')
    const before = readers()
    await Promise.all(files.map(rawPreview))
    expect(readers() - before).toBe(1)
    await expect.poll(readers, { timeout: 20_000, interval: 500 }).toBe(0)
    expect((await rawPreview(files[0])).equals(jpeg)).toBe(true)
  })

  it('says so where there is no preview', async () => {
    const file = join(folder, 'b.nef')
    await writeFile(file, 'no RAW file at all')
    await expect(decodePhoto(file, { resize: 64, crop: 56 })).rejects.toMatchObject({ code: 'PHOTO_UNREADABLE' })
    await expect(decodePhoto(join(folder, 'gone.nef'), { resize: 64, crop: 56 })).rejects.toMatchObject({ code: 'PHOTO_MISSING' })
  })
})
