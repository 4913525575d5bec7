import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { isSrgbProfile, toSrgb } from '#main/photos/srgb-profile'

async function withProfile(name: 'srgb' | 'p3') {
  const picture = sharp({
    create: {
      width: 9,
      height: 7,
      channels: 3,
      background: { r: 60, g: 160, b: 60 },
    },
  }).withIccProfile(name).png()
  const bytes = await picture.toBuffer()
  const { icc } = await sharp(bytes).metadata()
  const values = await sharp(bytes, { ignoreIcc: true }).raw().toBuffer()
  return {
    profile: icc!,
    pixels: { width: 9, height: 7, values },
  }
}

describe('isSrgbProfile', () => {
  it('knows sRGB from other profiles, and from nonsense', async () => {
    expect(isSrgbProfile((await withProfile('srgb')).profile)).toBe(true)
    expect(isSrgbProfile((await withProfile('p3')).profile)).toBe(false)
    expect(isSrgbProfile(Buffer.from('sRGB'))).toBe(false)
    expect(isSrgbProfile(Buffer.alloc(200, 0xFF))).toBe(false)
  })
})

describe('toSrgb', () => {
  it('gives back the colours that were put into a wide profile', async () => {
    const { profile, pixels } = await withProfile('p3')
    expect(pixels.values[0]).toBeGreaterThan(75)
    const converted = await toSrgb(pixels, profile)
    expect([converted.width, converted.height, converted.values.length]).toEqual([9, 7, 9 * 7 * 3])
    for (let i = 0; i < converted.values.length; i++)
      expect(Math.abs(converted.values[i] - [60, 160, 60][i % 3])).toBeLessThanOrEqual(2)
  })
})
