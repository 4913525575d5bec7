import type { Sharp } from 'sharp'
import { Buffer } from 'node:buffer'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodePhoto } from '#main/photos/decode-photo'

const input = { resize: 64, crop: 56 }
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'silhouette-decode-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A scene whose four corners differ: red, green / blue, yellow. */
function corners(width: number, height: number): Sharp {
  const left = Math.round(width / 2)
  const top = Math.round(height / 2)
  const block = (background: string, x: number, y: number) => ({
    input: {
      create: {
        width: x === 0
          ? left
          : width - left,
        height: y === 0
          ? top
          : height - top,
        channels: 3 as const,
        background,
      },
    },
    left: x,
    top: y,
  })
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'white',
    },
  })
    .composite([
      block('red', 0, 0),
      block('lime', left, 0),
      block('blue', 0, top),
      block('yellow', left, top),
    ])
}

async function saved(name: string, bytes: Sharp | Buffer): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, Buffer.isBuffer(bytes)
    ? bytes
    : await bytes.toBuffer())
  return file
}

/** The colour near a corner of the network's input, each channel as 0, 1 (mid) or 2 (full). */
function cornerOf(pixels: Uint8Array, right: boolean, bottom: boolean): number[] {
  const at = ((bottom ? 50 : 6) * input.crop + (right ? 50 : 6)) * 3
  return [
    ...pixels.subarray(at, at + 3),
  ].map(value => Math.round(value / 127.5))
}

function cornersOf(pixels: Uint8Array): number[][] {
  return [
    cornerOf(pixels, false, false),
    cornerOf(pixels, true, false),
    cornerOf(pixels, false, true),
    cornerOf(pixels, true, true),
  ]
}

const upright = [
  [2, 0, 0],
  [0, 2, 0],
  [0, 0, 2],
  [2, 2, 0],
]

function middleOf(pixels: Uint8Array): number[] {
  const at = (28 * input.crop + 28) * 3
  return [
    ...pixels.subarray(at, at + 3),
  ]
}

describe('decodePhoto', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns EXIF orientation %i upright, in the pixels, the thumbnail and the size', async (orientation) => {
    // What the camera stores: the inverse of what the orientation asks the viewer to do.
    const inverse: Record<number, (image: Sharp) => Sharp> = {
      1: image => image,
      2: image => image.flop(),
      3: image => image.rotate(180),
      4: image => image.flip(),
      5: image => image.rotate(270).flop(),
      6: image => image.rotate(270),
      7: image => image.rotate(90).flop(),
      8: image => image.rotate(90),
    }
    const scene = await corners(400, 300).png().toBuffer()
    const stored = await inverse[orientation](sharp(scene)).png().toBuffer()
    const file = await saved(`orientation-${orientation}.jpg`, sharp(stored).jpeg({ quality: 95 }).withMetadata({ orientation }))
    const photo = await decodePhoto(file, input)
    expect([photo.width, photo.height]).toEqual([400, 300])
    expect(cornersOf(photo.pixels)).toEqual(upright)
    expect(await sharp(photo.thumbnail).metadata()).toMatchObject({ width: 256, height: 192, format: 'jpeg' })
    expect(photo.metadata.orientation).toBe(orientation)
  })

  it('cuts nothing off a small photo that would have to be made up by enlarging the rest', async () => {
    const noise = (side: number): Buffer => Buffer.from(Uint8Array.from({ length: side * side * 3 }, (_, i) => (i * 7919) % 251))
    const seenOf = async (side: number): Promise<{ photo: Buffer, pixels: Uint8Array }> => {
      const photo = noise(side)
      const file = await saved(`small-${side}.png`, sharp(photo, { raw: { width: side, height: side, channels: 3 } }).png())
      return { photo, pixels: (await decodePhoto(file, input)).pixels }
    }
    const middle = (photo: Buffer, side: number, taken: number): Buffer => {
      const edge = (side - taken) / 2
      return Buffer.concat(Array.from({ length: taken }, (_, row) => photo.subarray(((edge + row) * side + edge) * 3, ((edge + row) * side + edge + taken) * 3)))
    }
    const enlarged = (photo: Buffer, side: number): Promise<Buffer> => sharp(photo, { raw: { width: side, height: side, channels: 3 } })
      .resize({ width: input.crop, height: input.crop, fit: 'fill', kernel: 'linear' })
      .raw()
      .toBuffer()
    const tiny = await seenOf(32)
    expect(Buffer.from(tiny.pixels)).toEqual(await enlarged(tiny.photo, 32))
    const small = await seenOf(60)
    expect(Buffer.from(small.pixels)).toEqual(middle(small.photo, 60, input.crop))
    const exact = await seenOf(input.resize)
    expect(Buffer.from(exact.pixels)).toEqual(middle(exact.photo, input.resize, input.crop))
  })

  it.each([
    [
      'png',
      (image: Sharp) => image.png(),
    ],
    [
      'webp',
      (image: Sharp) => image.webp({ lossless: true }),
    ],
    [
      'gif',
      (image: Sharp) => image.gif(),
    ],
    [
      'tiff',
      (image: Sharp) => image.tiff(),
    ],
    [
      'avif',
      (image: Sharp) => image.avif({ quality: 90 }),
    ],
    [
      'progressive.jpg',
      (image: Sharp) => image.jpeg({ progressive: true }),
    ],
    [
      'png16.png',
      (image: Sharp) => image.toColourspace('rgb16').png(),
    ],
    [
      'tiff16.tif',
      (image: Sharp) => image.toColourspace('rgb16').tiff(),
    ],
    [
      'cmyk.jpg',
      (image: Sharp) => image.toColourspace('cmyk').jpeg({ quality: 95 }),
    ],
  ])('reads %s', async (name, encode) => {
    const file = await saved(`kind.${name}`, encode(sharp(await corners(200, 150).png().toBuffer())))
    const photo = await decodePhoto(file, input)
    expect(photo.pixels).toHaveLength(56 * 56 * 3)
    const all = cornersOf(photo.pixels)
    // CMYK inks cannot reach the full green and blue of a screen.
    expect(name === 'cmyk.jpg'
      ? all[0]
      : all).toEqual(name === 'cmyk.jpg'
      ? upright[0]
      : upright)
  })

  it('reads SVG, grey, and one-pixel pictures', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><rect width="8" height="4" fill="#ff0000"/></svg>')
    const drawn = await decodePhoto(await saved('drawn.svg', svg), input)
    expect([
      drawn.width,
      drawn.height,
      ...middleOf(drawn.pixels),
    ]).toEqual([8, 4, 255, 0, 0])
    const grey = await saved('grey.jpg', sharp({
      create: {
        width: 90,
        height: 90,
        channels: 3,
        background: '#505050',
      },
    }).toColourspace('b-w').jpeg())
    expect(middleOf((await decodePhoto(grey, input)).pixels)).toEqual([80, 80, 80])
    const dot = await saved('dot.png', sharp({
      create: {
        width: 1,
        height: 1,
        channels: 3,
        background: '#0a0b0c',
      },
    }).png())
    expect(middleOf((await decodePhoto(dot, input)).pixels)).toEqual([10, 11, 12])
  })

  it('lays what is see-through on mid-grey', async () => {
    const clear = sharp({
      create: {
        width: 80,
        height: 80,
        channels: 4,
        background: { r: 255, g: 0, b: 0, alpha: 0 },
      },
    })
    expect(middleOf((await decodePhoto(await saved('clear.png', clear.png()), input)).pixels)).toEqual([128, 128, 128])
    expect(middleOf((await decodePhoto(await saved('clear.webp', clear.webp({ lossless: true })), input)).pixels)).toEqual([128, 128, 128])
  })

  it('takes the first frame of an animation and the first page of a file', async () => {
    const frames = ['#ff0000', '#0000ff'].map(background => ({
      create: {
        width: 60,
        height: 60,
        channels: 3 as const,
        background,
      },
    }))
    const pictures = await Promise.all(frames.map(frame => sharp(frame).png().toBuffer()))
    for (const [name, bytes] of [
      ['moving.gif', await sharp(pictures, {
        join: { animated: true },
      }).gif().toBuffer()],
      ['moving.webp', await sharp(pictures, {
        join: { animated: true },
      }).webp({ lossless: true }).toBuffer()],
    ] as const) {
      const photo = await decodePhoto(await saved(name, bytes), input)
      expect([photo.width, photo.height]).toEqual([60, 60])
      expect(middleOf(photo.pixels)).toEqual([255, 0, 0])
    }
  })

  it('converts a wide gamut to sRGB', async () => {
    // The same numbers mean a stronger green in Display P3 than in sRGB.
    const scene = sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: { r: 60, g: 160, b: 60 },
      },
    })
    const wide = await saved('wide.jpg', scene.clone().withIccProfile('p3').jpeg({ quality: 100, chromaSubsampling: '4:4:4' }))
    const stored = middleOf(await sharp(wide, { ignoreIcc: true }).resize(56, 56).raw().toBuffer())
    const shown = middleOf((await decodePhoto(wide, input)).pixels)
    expect(Math.abs(stored[0] - 60)).toBeGreaterThan(15)
    shown.forEach((value, channel) => expect(Math.abs(value - [60, 160, 60][channel])).toBeLessThanOrEqual(3))
  })

  it('scales and crops for the network as asked: the middle of the picture, whatever its shape', async () => {
    const halves = sharp({
      create: {
        width: 1200,
        height: 100,
        channels: 3,
        background: 'red',
      },
    })
      .composite([
        {
          input: {
            create: {
              width: 100,
              height: 100,
              channels: 3,
              background: 'blue',
            },
          },
          left: 550,
          top: 0,
        },
      ])
    const photo = await decodePhoto(await saved('long.png', halves.png()), input)
    expect(cornersOf(photo.pixels)).toEqual([
      [0, 0, 2],
      [0, 0, 2],
      [0, 0, 2],
      [0, 0, 2],
    ])
    expect(await sharp(photo.thumbnail).metadata()).toMatchObject({ width: 256, height: 21 })
    const thin = await decodePhoto(await saved('thin.png', sharp({
      create: {
        width: 3,
        height: 9000,
        channels: 3,
        background: 'red',
      },
    }).png()), input)
    expect(middleOf(thin.pixels)).toEqual([255, 0, 0])
  })

  it('does not enlarge the thumbnail of a small photo', async () => {
    const photo = await decodePhoto(await saved('small.png', corners(40, 20).png()), input)
    expect(await sharp(photo.thumbnail).metadata()).toMatchObject({ width: 40, height: 20 })
  })
})
