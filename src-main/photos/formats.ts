import { extname } from 'node:path'

/**
 * How the photos of one extension are read: `sharp` by sharp, with heic-decode behind it where sharp meets HEVC;
 * `raw` by the JPEG preview the camera put inside; `none` where no kept library reads it, so that the file is listed
 * with a reason instead of being passed over in silence.
 */
export type PhotoReader = 'sharp' | 'raw' | 'none'

/** Every extension that a scan takes for a photo, in lower case and without its dot. */
export const formats = {
  'jpg': 'sharp',
  'jpeg': 'sharp',
  'jpe': 'sharp',
  'jfif': 'sharp',
  'png': 'sharp',
  'webp': 'sharp',
  'gif': 'sharp',
  'tif': 'sharp',
  'tiff': 'sharp',
  'avif': 'sharp',
  'heic': 'sharp',
  'heif': 'sharp',
  'hif': 'sharp',
  'svg': 'sharp',
  '3fr': 'raw',
  'arw': 'raw',
  'cr2': 'raw',
  'cr3': 'raw',
  'crw': 'raw',
  'dng': 'raw',
  'erf': 'raw',
  'fff': 'raw',
  'iiq': 'raw',
  'kdc': 'raw',
  'mef': 'raw',
  'mos': 'raw',
  'mrw': 'raw',
  'nef': 'raw',
  'nrw': 'raw',
  'orf': 'raw',
  'pef': 'raw',
  'raf': 'raw',
  'rw2': 'raw',
  'rwl': 'raw',
  'sr2': 'raw',
  'srf': 'raw',
  'srw': 'raw',
  'x3f': 'raw',
  'bmp': 'none',
  'ico': 'none',
  'jp2': 'none',
  'jxl': 'none',
  'psd': 'none',
} as const satisfies Record<string, PhotoReader>

/** How a file is read, by its extension; undefined for what is not a photo. */
export function readerOf(path: string): PhotoReader | undefined {
  const extension = extname(path).slice(1).toLowerCase()
  return Object.hasOwn(formats, extension)
    ? formats[extension as keyof typeof formats]
    : undefined
}
