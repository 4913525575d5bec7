import type { ExifTool } from 'exiftool-vendored'
import sharp from 'sharp'

/** Where cameras keep previews, the largest first. */
const previewTags = [
  'JpgFromRaw',
  'PreviewImage',
  'OtherImage',
  'JpgFromRaw2',
  'ThumbnailImage',
]

/**
 * Started by the first RAW file, once. Its process ends when it has had nothing to do for some seconds, is started again
 * for the next file, and does not keep this one from ending. It ends with this one, too, but where this one is killed while
 * RAW files are read, it stays.
 */
let exiftool: Promise<ExifTool> | undefined

const idleMs = 5_000

/**
 * Takes the largest embedded JPEG out of a RAW file, by ExifTool. Many cameras note how they were held in the RAW file
 * alone, so the preview is given its orientation where it lacks one.
 * @throws whatever ExifTool says where there is none
 */
export async function rawPreview(file: string): Promise<Buffer> {
  const reader = await startedExiftool()
  let last: unknown
  for (const tag of previewTags) {
    try {
      const jpeg = await reader.extractBinaryTagToBuffer(tag, file)
      if (jpeg.length === 0)
        continue
      const { orientation: own = 1 } = await sharp(jpeg).metadata()
      if (own !== 1)
        return jpeg
      const { Orientation: held } = await reader.readRaw(file, {
        readArgs: ['-n', '-Orientation'],
      })
      return typeof held === 'number' && held > 1 && held <= 8
        ? orientedJpeg(jpeg, held)
        : jpeg
    }
    catch (error) {
      last = error
    }
  }
  throw last ?? new Error('The RAW file holds no preview.')
}

/** The same JPEG with an EXIF block that holds an orientation and nothing else, before any other block. */
function orientedJpeg(jpeg: Buffer, orientation: number): Buffer {
  const segment = Buffer.from('ffe100224578696600004d4d002a000000080001011200030000000100000000000000000000', 'hex').subarray(0, 36)
  segment.writeUInt16BE(orientation, 28)
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment,
    jpeg.subarray(2),
  ])
}

function startedExiftool(): Promise<ExifTool> {
  exiftool ??= startExiftool().catch((error) => {
    exiftool = undefined
    throw error
  })
  return exiftool
}

async function startExiftool(): Promise<ExifTool> {
  const { ExifTool } = await import('exiftool-vendored')
  return new ExifTool({ maxProcs: 1, maxIdleMsPerProcess: idleMs, taskTimeoutMillis: 60_000, geolocation: false })
}
