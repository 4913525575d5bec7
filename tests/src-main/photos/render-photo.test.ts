import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderPhoto } from '#main/photos/render-photo'

describe('renderPhoto', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'silhouette-render-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is an upright JPEG whose longest side is as asked, never enlarged', async () => {
    const file = join(folder, 'a.jpg')
    await sharp({
      create: {
        width: 600,
        height: 300,
        channels: 3,
        background: 'red',
      },
    }).jpeg().withMetadata({ orientation: 6 }).toFile(file)
    const small = await sharp(await renderPhoto(file, 200)).metadata()
    expect([
      small.format,
      small.width,
      small.height,
      small.orientation,
    ]).toEqual(['jpeg', 100, 200, undefined])
    const whole = await sharp(await renderPhoto(file, 5000)).metadata()
    expect([whole.width, whole.height]).toEqual([300, 600])
  })

  it('gives failures their code', async () => {
    await expect(renderPhoto(join(folder, 'gone.jpg'), 100)).rejects.toMatchObject({ code: 'PHOTO_MISSING' })
  })
})
