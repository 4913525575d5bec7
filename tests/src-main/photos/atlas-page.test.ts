import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { composeAtlasPage } from '#main/photos/atlas-page'

async function tile(background: string, width = 120, height = 60): Promise<Buffer> {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background,
    },
  }).jpeg().toBuffer()
}

describe('composeAtlasPage', () => {
  it('puts each tile into its cell, and leaves grey what is missing or damaged', async () => {
    const page = await composeAtlasPage([
      await tile('red'),
      undefined,
      await tile('blue', 60, 200),
      Buffer.from('no picture'),
      await tile('lime'),
    ], 32, 3)
    const { data, info } = await sharp(page).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([96, 96])
    const cells = Array.from({ length: 9 }, (_, i) => {
      const at = ((Math.floor(i / 3) * 32 + 16) * 96 + (i % 3) * 32 + 16) * 3
      return [
        ...data.subarray(at, at + 3),
      ].map(value => Math.round(value / 64))
    })
    const grey = [2, 2, 2]
    expect(cells).toEqual([
      [4, 0, 0],
      grey,
      [0, 0, 4],
      grey,
      [0, 4, 0],
      grey,
      grey,
      grey,
      grey,
    ])
  })

  it('refuses more tiles than fit', async () => {
    await expect(composeAtlasPage([undefined, undefined], 8, 1)).rejects.toThrow(RangeError)
  })
})
