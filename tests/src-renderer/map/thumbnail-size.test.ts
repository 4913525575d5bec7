import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aspectShare, largestThumbnail, pictureShare, scaleForSize, thumbnailLaw, thumbnailSize } from '../../../src-renderer/map/thumbnail-size'

const viewport = { width: 1440, height: 900 }
const fitScale = 400
const lawFor = (count: number) => thumbnailLaw(count, 0.6 * Math.sqrt(4 / count), fitScale, viewport)

describe('thumbnail size', () => {
  it('shows pictures of a few hundred photos at the first look, and dots of very many', () => {
    const few = thumbnailSize(lawFor(364), fitScale)
    expect(few).toBeGreaterThanOrEqual(28)
    expect(few).toBeLessThanOrEqual(44)
    expect(pictureShare(few)).toBe(1)
    expect(thumbnailSize(lawFor(10_000), fitScale)).toBeLessThan(10)
    expect(pictureShare(thumbnailSize(lawFor(100_000), fitScale))).toBe(0)
  })

  it('is not larger where photos lie in heaps', () => {
    expect(thumbnailLaw(364, 0.02, fitScale, viewport).base).toBeLessThan(thumbnailLaw(364, 0.1, fitScale, viewport).base)
  })

  it('grows with zoom, but slower than distances do, and never beyond its limit', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 200_000 }), fc.double({ min: 0.5, max: 1e4, noNaN: true }), fc.double({ min: 1, max: 10, noNaN: true }), (count, zoom, more) => {
      const law = lawFor(count)
      const size = thumbnailSize(law, fitScale * zoom)
      const larger = thumbnailSize(law, fitScale * zoom * more)
      expect(larger).toBeGreaterThanOrEqual(size)
      expect(larger).toBeLessThanOrEqual(size * more * (1 + 1e-9))
      expect(larger).toBeLessThanOrEqual(largestThumbnail)
    }))
  })

  it('knows at which zoom a size is reached', () => {
    const law = lawFor(10_000)
    expect(thumbnailSize(law, scaleForSize(law, 120))).toBeCloseTo(120)
  })

  it('has pictures before it gives them their own shape', () => {
    expect(aspectShare(40)).toBe(0)
    expect(pictureShare(40)).toBe(1)
    expect(aspectShare(100)).toBe(1)
  })
})
