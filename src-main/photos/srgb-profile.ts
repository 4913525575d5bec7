import sharp from 'sharp'

/** Pixels of one photo, `[height, width, 3]` uint8: red, green, blue. */
export interface RgbPixels {
  width: number
  height: number
  values: Uint8Array
}

/**
 * Whether an ICC profile is one of the many copies of sRGB itself, so that there is nothing to convert. Told by its
 * description, which is ASCII in version 2 and UTF-16 in version 4.
 */
export function isSrgbProfile(profile: Buffer): boolean {
  const bytes = profile.toString('latin1')
  return bytes.slice(16, 20) === 'RGB ' && /sRGB|s\0R\0G\0B/.test(describedIn(bytes))
}

/** The text of the profile's `desc` tag; a table of 12-byte entries (signature, offset, size) starts at byte 128. */
function describedIn(bytes: string): string {
  const table = Buffer.from(bytes, 'latin1')
  const count = table.length >= 132
    ? Math.min(table.readUInt32BE(128), 100)
    : 0
  for (let at = 132; at < 132 + 12 * count && at + 12 <= table.length; at += 12) {
    if (bytes.slice(at, at + 4) === 'desc') {
      const offset = table.readUInt32BE(at + 4)
      return bytes.slice(offset, offset + table.readUInt32BE(at + 8))
    }
  }
  return ''
}

/**
 * Converts pixels from the colours of an RGB profile to sRGB. sharp takes a profile only from a file's bytes, so the
 * pixels are handed to it as an uncompressed TIFF.
 */
export async function toSrgb(pixels: RgbPixels, profile: Buffer): Promise<RgbPixels> {
  const { data, info } = await sharp(tiffOf(pixels, profile)).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, values: data }
}

/** A little-endian baseline TIFF 6.0 of one strip of RGB, with its ICC profile (tag 34675) behind the pixels. */
function tiffOf({ width, height, values }: RgbPixels, profile: Buffer): Buffer {
  const short = 3
  const long = 4
  const undefinedBytes = 7
  const headBytes = 8
  const bitsAt = headBytes + values.length
  const profileAt = bitsAt + 6
  const directoryAt = (profileAt + profile.length + 1) & ~1
  const entries = [
    [256, long, 1, width],
    [257, long, 1, height],
    [258, short, 3, bitsAt],
    [259, short, 1, 1],
    [262, short, 1, 2],
    [273, long, 1, headBytes],
    [277, short, 1, 3],
    [278, long, 1, height],
    [279, long, 1, values.length],
    [284, short, 1, 1],
    [
      34675,
      undefinedBytes,
      profile.length,
      profileAt,
    ],
  ]
  const tiff = Buffer.alloc(directoryAt + 2 + entries.length * 12 + 4)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(directoryAt, 4)
  tiff.set(values, headBytes)
  for (let band = 0; band < 3; band++)
    tiff.writeUInt16LE(8, bitsAt + 2 * band)
  tiff.set(profile, profileAt)
  tiff.writeUInt16LE(entries.length, directoryAt)
  entries.forEach(([tag, type, count, value], i) => {
    const at = directoryAt + 2 + 12 * i
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(count, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  })
  return tiff
}
