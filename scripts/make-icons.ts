import { Buffer } from 'node:buffer'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

/**
 * Makes the application's pictures for each system from `resources/icon.svg`: `npm run icons`, after it was changed.
 * An ICO and an ICNS are both a list of PNGs with a header.
 */
const folder = join(dirname(import.meta.dirname), 'resources')

/** What Apple calls the sizes of a picture, in px. */
const icnsNames: [name: string, side: number][] = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
]

await writeFile(join(folder, 'icon.png'), await png(512))
await writeFile(join(folder, 'icon.ico'), await ico([16, 24, 32, 48, 64, 128, 256]))
await writeFile(join(folder, 'icon.icns'), await icns())

async function png(side: number): Promise<Buffer> {
  return sharp(join(folder, 'icon.svg'), { density: 72 * side / 1024 * 2 })
    .resize(side, side)
    .png({ compressionLevel: 9, palette: true, quality: 95 })
    .toBuffer()
}

async function ico(sides: number[]): Promise<Buffer> {
  const pictures = await Promise.all(sides.map(png))
  const header = Buffer.alloc(6 + 16 * sides.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(sides.length, 4)
  let offset = header.length
  pictures.forEach((picture, i) => {
    const at = 6 + 16 * i
    // One byte each for width and height, where 0 stands for 256.
    header.writeUInt8(sides[i] % 256, at)
    header.writeUInt8(sides[i] % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(picture.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += picture.length
  })
  return Buffer.concat([header, ...pictures])
}

async function icns(): Promise<Buffer> {
  const parts = await Promise.all(icnsNames.map(async ([name, side]) => {
    const picture = await png(side)
    return Buffer.concat([
      Buffer.from(name),
      sizeOf(picture.length + 8),
      picture,
    ])
  }))
  const body = Buffer.concat(parts)
  return Buffer.concat([
    Buffer.from('icns'),
    sizeOf(body.length + 8),
    body,
  ])
}

function sizeOf(bytes: number): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(bytes)
  return size
}
