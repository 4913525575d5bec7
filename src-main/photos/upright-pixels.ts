import type { OpenPhoto } from '#main/photos/open-photo'
import type { RgbPixels } from '#main/photos/srgb-profile'
import sharp from 'sharp'
import { toSrgb } from '#main/photos/srgb-profile'

/** Decodes a photo to sRGB of the size given; a JPEG is decoded no larger than that needs. */
export async function uprightPixels(photo: OpenPhoto, width: number, height: number): Promise<RgbPixels> {
  const { data, info } = await photo.image()
    .resize({
      width,
      height,
      fit: 'fill',
      kernel: 'linear',
    })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = {
    width: info.width,
    height: info.height,
    values: info.channels === 3
      ? data
      : threeBands(data, info.channels),
  }
  return photo.profile
    ? toSrgb(pixels, photo.profile)
    : pixels
}

/** A JPEG of pixels, scaled to a size. Its quality is for looking at, small enough to keep 100,000 thumbnails. */
export async function jpegOf(pixels: RgbPixels, width: number, height: number, quality: number): Promise<Buffer> {
  const { values, ...size } = pixels
  const image = sharp(values, {
    raw: { ...size, channels: 3 },
  })
  if (width !== size.width || height !== size.height) {
    image.resize({
      width,
      height,
      fit: 'fill',
      kernel: 'linear',
    })
  }
  return image.jpeg({ quality, optimiseCoding: false }).toBuffer()
}

/** Grey, repeated as red, green and blue. */
function threeBands(values: Uint8Array, bands: number): Uint8Array {
  const count = values.length / bands
  const rgb = new Uint8Array(count * 3)
  for (let i = 0; i < count; i++)
    rgb.fill(values[i * bands], 3 * i, 3 * i + 3)
  return rgb
}
