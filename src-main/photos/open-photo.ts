import type { Metadata, Sharp, SharpOptions } from 'sharp'
import type { HeicDecoder, RgbaPixels } from '#main/photos/decode-heic'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { decodeHeic } from '#main/photos/decode-heic'
import { readerOf } from '#main/photos/formats'
import { MemoryBudget } from '#main/photos/memory-budget'
import { defaultPixelLimit, photoFailure } from '#main/photos/photo-failure'
import { PhotoTooLarge } from '#main/photos/photo-too-large'
import { rawPreview } from '#main/photos/raw-preview'
import { isSrgbProfile } from '#main/photos/srgb-profile'

/** How photos are opened. */
export interface OpenOptions {
  /** More pixels than this are refused before anything is decoded. */
  pixelLimit?: number
  /** What decodes an HEVC HEIC; in this thread by default. */
  decodeHeic?: HeicDecoder
}

/** A photo whose header was read and whose pixels can be had. */
export interface OpenPhoto {
  /** Of the photo as it is looked at, upright, in pixels. */
  width: number
  height: number
  /** A fresh pipeline over the first frame, upright, without alpha. Decoding starts when its output is asked for. */
  image: () => Sharp
  /** The RGB profile that the pipeline's pixels are still in; undefined where they are sRGB already. */
  profile: Buffer | undefined
  /** Where its metadata is: the TIFF bytes of its EXIF block, or the file, for those that are TIFFs themselves. */
  exif: Buffer | string | undefined
}

const midGrey = { r: 128, g: 128, b: 128 }

/** Decoders hold up to this many bytes of full-size pixels at a time, so that a process stays well under 2 GB. */
const budget = new MemoryBudget(512 * 2 ** 20)

// Several photos are decoded at a time instead of one on all cores, and none is read twice.
sharp.concurrency(1)
sharp.cache(false)

/**
 * Reads a photo's header, has `use` take what it wants from the pixels, and lets go of both.
 * @throws PHOTO_UNREADABLE, PHOTO_TOO_LARGE, PHOTO_FORMAT_UNSUPPORTED, PHOTO_MISSING, PHOTO_NOT_PERMITTED, PHOTO_EMPTY
 */
export async function withPhoto<T>(file: string, options: OpenOptions, use: (photo: OpenPhoto) => Promise<T>): Promise<T> {
  const pixelLimit = options.pixelLimit ?? defaultPixelLimit
  try {
    const raw = readerOf(file) === 'raw'
    const input = raw
      ? await rawPreview(file)
      : file
    const settings: SharpOptions = { failOn: 'error', limitInputPixels: pixelLimit }
    const header = await sharp(input, settings).metadata()
    if (header.width * header.height > pixelLimit)
      throw new PhotoTooLarge(file, pixelLimit)
    // The preview of a RAW file carries little of what the file itself does.
    const exif = raw || header.format === 'tiff'
      ? file
      : header.exif && tiffBytes(header.exif)
    return await budget.within(bytesToDecode(header), async () => {
      if (header.compression === 'hevc') {
        const pixels = await (options.decodeHeic ?? decodeHeic)(await readFile(file))
        if (pixels.width * pixels.height > pixelLimit)
          throw new PhotoTooLarge(file, pixelLimit)
        return use({
          ...pixels,
          image: () => pipelineOf(pixels),
          profile: profileToConvert(header),
          exif,
        })
      }
      // Converting the few pixels that are left after shrinking gives the same colours for a fraction of the time.
      const convertLater = header.depth === 'uchar' && header.space === 'srgb' && header.icc !== undefined
      return use({
        ...header.autoOrient,
        image: () => {
          const image = sharp(input, { ...settings, ignoreIcc: convertLater })
          // Both take time from every photo, also from those they change nothing of.
          if ((header.orientation ?? 1) !== 1)
            image.autoOrient()
          return header.hasAlpha
            ? image.flatten({ background: midGrey })
            : image
        },
        profile: convertLater
          ? profileToConvert(header)
          : undefined,
        exif,
      })
    })
  }
  catch (error) {
    throw await photoFailure(error, file, pixelLimit)
  }
}

function pipelineOf({ width, height, values }: RgbaPixels): Sharp {
  return sharp(values, {
    raw: { width, height, channels: 4 },
  }).flatten({ background: midGrey })
}

function profileToConvert({ icc }: Metadata): Buffer | undefined {
  return icc && icc.toString('latin1', 16, 20) === 'RGB ' && !isSrgbProfile(icc)
    ? icc
    : undefined
}

/** About how much memory a decoder takes. A JPEG that is not progressive is read line by line. */
function bytesToDecode({ width, height, format, channels, depth, isProgressive, compression }: Metadata): number {
  const pixels = width * height
  if (format === 'jpeg' && !isProgressive)
    return pixels / 8
  const bytesPerPixel = Math.max(channels, 3) * (depth === 'ushort' || isProgressive
    ? 2
    : 1)
  return pixels * (compression === 'hevc'
    ? 16
    : bytesPerPixel)
}

/** The EXIF block from its TIFF header on, before which containers put a few bytes of their own. */
function tiffBytes(block: Buffer): Buffer | undefined {
  const starts = ['II*\0', 'MM\0*'].map(mark => block.subarray(0, 64).indexOf(mark, 0, 'latin1')).filter(at => at >= 0)
  return starts.length > 0
    ? block.subarray(Math.min(...starts))
    : undefined
}
