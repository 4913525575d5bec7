import type { OpenOptions, OpenPhoto } from '#main/photos/open-photo'
import type { PhotoMetadata } from '#main/photos/photo-metadata'
import type { RgbPixels } from '#main/photos/srgb-profile'
import sharp from 'sharp'
import { withPhoto } from '#main/photos/open-photo'
import { photoMetadata } from '#main/photos/photo-metadata'
import { jpegOf, uprightPixels } from '#main/photos/upright-pixels'

/**
 * What a network wants to see: the shorter side scaled to `resize` pixels, then the middle `crop` × `crop`. Of a photo
 * smaller than that, the middle `crop` × `crop` of its own pixels, or the whole shorter side: nothing is cut off that
 * would have to be made up again by enlarging the rest.
 */
export interface NetworkInput {
  resize: number
  crop: number
}

/** All that the library takes from one decoding of a photo. */
export interface DecodedPhoto {
  /** Of the whole photo as it is looked at, upright, in pixels. */
  width: number
  height: number
  /** `[crop, crop, 3]` uint8 sRGB, row-major. */
  pixels: Uint8Array
  /** JPEG, longest side 256 px, or the photo's own where that is less. */
  thumbnail: Buffer
  metadata: PhotoMetadata
}

/** To be part of the name of what is kept of decoded pixels: another number, other pixels. */
export const decoding = 2

/** The longest side of a thumbnail, in pixels. */
export const thumbnailSide = 256

/** No photo is worked on with sides longer than this many times what is needed, however long and thin it is. */
const longestWorked = 2048

/**
 * Decodes a photo once, for the network and for the eye: upright by EXIF, in sRGB, without alpha, its first frame.
 * @throws PHOTO_UNREADABLE, PHOTO_TOO_LARGE, PHOTO_FORMAT_UNSUPPORTED, PHOTO_MISSING, PHOTO_NOT_PERMITTED, PHOTO_EMPTY
 */
export async function decodePhoto(file: string, input: NetworkInput, options: OpenOptions = {}): Promise<DecodedPhoto> {
  return withPhoto(file, options, async (photo) => {
    const { width, height } = photo
    const seen = shareSeen(Math.min(width, height), input)
    const working = await workingPixels(photo, input, seen)
    const thumb = Math.min(1, thumbnailSide / Math.max(width, height))
    const [pixels, thumbnail, metadata] = await Promise.all([
      networkPixels(working, input, seen),
      jpegOf(working, scaled(width, thumb), scaled(height, thumb), 80),
      photo.exif === undefined
        ? {}
        : photoMetadata(photo.exif),
    ])
    return {
      width,
      height,
      pixels,
      thumbnail,
      metadata,
    }
  })
}

/** How much of the shorter side, in pixels, the network sees. */
function shareSeen(shorter: number, { resize, crop }: NetworkInput): number {
  return Math.min(1, Math.max(crop / resize, crop / shorter))
}

/** The photo at the size the network wants, or larger where the thumbnail needs it. */
async function workingPixels(photo: OpenPhoto, { resize, crop }: NetworkInput, seen: number): Promise<RgbPixels> {
  const { width, height } = photo
  const forNetwork = crop / seen / Math.min(width, height)
  const forThumbnail = Math.min(1, thumbnailSide / Math.max(width, height))
  const scale = Math.min(Math.max(forNetwork, forThumbnail), Math.max(longestWorked, 2 * resize) / Math.max(width, height))
  return uprightPixels(photo, scaled(width, scale), scaled(height, scale))
}

async function networkPixels({ width, height, values }: RgbPixels, { crop }: NetworkInput, seen: number): Promise<Uint8Array> {
  const side = scaled(Math.min(width, height), seen)
  if (side === crop)
    return middle(values, width, height, crop)
  return sharp(middle(values, width, height, side), {
    raw: { width: side, height: side, channels: 3 },
  })
    .resize({
      width: crop,
      height: crop,
      fit: 'fill',
      kernel: 'linear',
    })
    .raw()
    .toBuffer()
}

/** The middle `side` × `side` of pixels `[height, width, 3]`, copied. */
function middle(values: Uint8Array, width: number, height: number, side: number): Uint8Array {
  const left = (width - side) >> 1
  const top = (height - side) >> 1
  const square = new Uint8Array(side * side * 3)
  for (let row = 0; row < side; row++) {
    const from = ((top + row) * width + left) * 3
    square.set(values.subarray(from, from + side * 3), row * side * 3)
  }
  return square
}

function scaled(side: number, scale: number): number {
  return Math.max(1, Math.round(side * scale))
}
