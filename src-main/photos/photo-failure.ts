import { access, constants, stat } from 'node:fs/promises'
import { readerOf } from '#main/photos/formats'
import { PhotoEmpty } from '#main/photos/photo-empty'
import { PhotoFormatUnsupported } from '#main/photos/photo-format-unsupported'
import { PhotoMissing } from '#main/photos/photo-missing'
import { PhotoNotPermitted } from '#main/photos/photo-not-permitted'
import { PhotoTooLarge } from '#main/photos/photo-too-large'
import { PhotoUnreadable } from '#main/photos/photo-unreadable'
import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The most pixels that are decoded, 16,383²: sharp's own default. */
export const defaultPixelLimit = 16_383 ** 2

/**
 * Gives what a library threw over a photo its code. Looks at the file again first, since decoders report a file that
 * vanished, is empty or may not be read in words of their own.
 */
export async function photoFailure(thrown: unknown, file: string, pixelLimit = defaultPixelLimit): Promise<SilhouetteError> {
  // INTERNAL is what a decoder threw in a thread of its own.
  if (thrown instanceof SilhouetteError && thrown.code !== 'INTERNAL')
    return thrown
  const systemFailure = failureOfSystem(thrown, file) ?? await failureOfFile(file)
  if (systemFailure)
    return systemFailure
  const message = thrown instanceof Error
    ? thrown.message
    : String(thrown)
  if (/pixel limit|security limit/i.test(message))
    return new PhotoTooLarge(file, pixelLimit, thrown)
  if (readerOf(file) === 'none' || /unsupported image format|has not been built in/i.test(message))
    return new PhotoFormatUnsupported(file, thrown)
  return new PhotoUnreadable(file, thrown)
}

function failureOfSystem(thrown: unknown, file: string): SilhouetteError | undefined {
  const code = thrown instanceof Error && 'code' in thrown
    ? thrown.code
    : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new PhotoMissing(file, thrown)
  if (code === 'EACCES' || code === 'EPERM')
    return new PhotoNotPermitted(file, thrown)
  return undefined
}

async function failureOfFile(file: string): Promise<SilhouetteError | undefined> {
  try {
    const { size } = await stat(file)
    await access(file, constants.R_OK)
    return size === 0
      ? new PhotoEmpty(file)
      : undefined
  }
  catch (error) {
    return failureOfSystem(error, file)
  }
}
