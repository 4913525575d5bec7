import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentHash } from '#main/photos/content-hash'

describe('contentHash', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'silhouette-hash-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is the SHA-256 of the bytes, however many', async () => {
    for (const length of [
      0,
      1,
      1 << 20,
      (1 << 20) + 1,
      3_333_333,
    ]) {
      const bytes = Buffer.alloc(length, `${length} bytes`)
      const file = join(folder, `${length}.jpg`)
      await writeFile(file, bytes)
      expect(await contentHash(file)).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  })

  it('says when the file has vanished, is a folder, or is no longer wanted', async () => {
    await expect(contentHash(join(folder, 'gone.jpg'))).rejects.toMatchObject({ code: 'PHOTO_MISSING' })
    await expect(contentHash(folder)).rejects.toMatchObject({ code: 'PHOTO_UNREADABLE' })
    await expect(contentHash(join(folder, '1.jpg'), AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
