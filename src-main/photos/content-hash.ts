import type { FileHandle } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { photoFailure } from '#main/photos/photo-failure'
import { Cancelled } from '#shared/errors/cancelled'

const chunkBytes = 1 << 20

/**
 * The SHA-256 of a file's bytes in lower-case hexadecimal: what makes two files the same photo. Reads 1 MiB at a time,
 * whatever the file's length.
 * @throws PHOTO_MISSING, PHOTO_NOT_PERMITTED, PHOTO_UNREADABLE, CANCELLED
 */
export async function contentHash(file: string, signal?: AbortSignal): Promise<string> {
  let handle: FileHandle | undefined
  try {
    handle = await open(file)
    const { size } = await handle.stat()
    const chunk = Buffer.allocUnsafe(Math.max(1, Math.min(chunkBytes, size)))
    const hash = createHash('sha256')
    for (;;) {
      if (signal?.aborted)
        throw new Cancelled('Reading the photos')
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, null)
      if (bytesRead === 0)
        return hash.digest('hex')
      hash.update(chunk.subarray(0, bytesRead))
    }
  }
  catch (error) {
    throw await photoFailure(error, file)
  }
  finally {
    await handle?.close()
  }
}
