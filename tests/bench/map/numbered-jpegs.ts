import sharp from 'sharp'
import { random } from '#main/matrix/random'
import { scenes } from '#tests/fixtures/scenes'

/** A small JPEG and its shape, px. */
export interface DrawnJpeg {
  width: number
  height: number
  jpeg: Buffer
}

/** Shapes as cameras have them, px; small enough to be their own thumbnails. */
const shapes = [
  [144, 96],
  [96, 144],
  [128, 96],
  [112, 112],
] as const

/** Drawn pictures of every kind, `each` of one; those of a kind follow one another. */
export async function drawnJpegs(each: number): Promise<DrawnJpeg[]> {
  const kinds = Object.values(scenes)
  return Promise.all(kinds.flatMap((scene, kind) => Array.from({ length: each }, async (_, i) => {
    const [width, height] = shapes[i % shapes.length]
    const svg = Buffer.from(scene(random(1_000 * kind + i)))
    return { width, height, jpeg: await sharp(svg).resize(width, height, { fit: 'cover' }).jpeg({ quality: 60 }).toBuffer() }
  })))
}

/** The same picture as a file of its own: its number stands in a comment behind the JPEG's first marker. */
export function numbered(jpeg: Buffer, number: number): Buffer {
  const words = Buffer.from(`photo ${number}`)
  const comment = Buffer.alloc(4)
  comment.writeUInt16BE(0xFFFE)
  comment.writeUInt16BE(words.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), comment, words, jpeg.subarray(2)])
}
