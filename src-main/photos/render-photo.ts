import type { OpenOptions } from '#main/photos/open-photo'
import { withPhoto } from '#main/photos/open-photo'
import { jpegOf, uprightPixels } from '#main/photos/upright-pixels'

/**
 * A photo to look at: JPEG, upright, sRGB, its longest side at most `side` px and never enlarged.
 * @throws PHOTO_UNREADABLE, PHOTO_TOO_LARGE, PHOTO_FORMAT_UNSUPPORTED, PHOTO_MISSING, PHOTO_NOT_PERMITTED, PHOTO_EMPTY
 */
export async function renderPhoto(file: string, side: number, options: OpenOptions = {}): Promise<Buffer> {
  return withPhoto(file, options, async (photo) => {
    const scale = Math.min(1, side / Math.max(photo.width, photo.height))
    const width = Math.max(1, Math.round(photo.width * scale))
    const height = Math.max(1, Math.round(photo.height * scale))
    return jpegOf(await uprightPixels(photo, width, height), width, height, 88)
  })
}
