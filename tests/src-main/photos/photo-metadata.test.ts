import { Buffer } from 'node:buffer'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodePhoto } from '#main/photos/decode-photo'
import { photoMetadata } from '#main/photos/photo-metadata'

describe('photoMetadata', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'silhouette-metadata-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  function withExif(exif: Record<string, Record<string, string>>) {
    return sharp({
      create: {
        width: 20,
        height: 20,
        channels: 3,
        background: 'red',
      },
    }).withExif(exif)
  }

  const written = {
    IFD0: { Make: 'Canon', Model: 'Canon EOS 5D' },
    IFD2: {
      DateTimeOriginal: '2024:05:31 18:04:09',
      OffsetTimeOriginal: '+02:00',
      FNumber: '28/10',
      ExposureTime: '1/250',
      ISOSpeedRatings: '400',
      FocalLength: '50/1',
      LensModel: 'EF50mm f/1.8',
    },
    IFD3: {
      GPSLatitudeRef: 'S',
      GPSLatitude: '33/1 51/1 30/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '151/1 12/1 0/1',
    },
  }
  const read = {
    takenAt: '2024-05-31T18:04:09+02:00',
    camera: 'Canon EOS 5D',
    lens: 'EF50mm f/1.8',
    exposure: 0.004,
    aperture: 2.8,
    iso: 400,
    focalLength: 50,
  }

  it.each(['jpeg', 'webp', 'png', 'tiff', 'avif'] as const)('is read from %s in the course of decoding', async (format) => {
    const file = join(folder, `photo.${format}`)
    await writeFile(file, await withExif(written).toFormat(format).toBuffer())
    const { metadata } = await decodePhoto(file, { resize: 32, crop: 32 })
    expect(metadata).toMatchObject(format === 'tiff'
      ? {}
      : read)
    if (format !== 'tiff') {
      expect(metadata.latitude).toBeCloseTo(-33.8583, 3)
      expect(metadata.longitude).toBeCloseTo(151.2, 3)
    }
  })

  it('leaves out what is missing or makes no sense', async () => {
    const odd = await withExif({
      IFD0: { Make: 'ACME', Model: 'X1' },
      IFD2: { DateTimeOriginal: '0000:00:00 00:00:00', FNumber: '0/0' },
    }).jpeg().toBuffer()
    expect(await photoMetadata(odd)).toEqual({ camera: 'ACME X1', orientation: 1 })
  })

  it('never throws', async () => {
    expect(await photoMetadata(Buffer.from('no photo at all'))).toEqual({})
    expect(await photoMetadata(join(folder, 'gone.jpg'))).toEqual({})
    const cut = (await withExif(written).jpeg().toBuffer()).subarray(20, 90)
    expect(await photoMetadata(cut)).toEqual({})
  })
})
