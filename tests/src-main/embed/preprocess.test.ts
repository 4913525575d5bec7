import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { imagenetPreprocessing } from '#main/backbones/backbone'
import { efficientnetLite0 } from '#main/backbones/efficientnet-lite0'
import { preprocessFor } from '#main/embed/preprocess'

describe('preprocessFor', () => {
  it('is the formula, channel by channel, for every photo of a batch', () => {
    const crop = 5
    const { mean, deviation } = imagenetPreprocessing
    fc.assert(fc.property(fc.uint8Array({ minLength: 2 * 75, maxLength: 2 * 75 }), (pixels) => {
      const into = new Float32Array(200).fill(-9)
      preprocessFor({ ...imagenetPreprocessing, crop })(pixels, into)
      for (let photo = 0; photo < 2; photo++) {
        for (let channel = 0; channel < 3; channel++) {
          for (let at = 0; at < 25; at++) {
            const value = pixels[(photo * 25 + at) * 3 + channel]
            expect(into[(photo * 3 + channel) * 25 + at]).toBe(Math.fround((value / 255 - mean[channel]) / deviation[channel]))
          }
        }
      }
      expect(into[150]).toBe(-9)
    }), { numRuns: 20 })
  })

  it('is (value − 127) / 128 for EfficientNet-Lite0', () => {
    const into = new Float32Array(3)
    preprocessFor({ ...efficientnetLite0.preprocessing, crop: 1 })(Uint8Array.of(0, 127, 255), into)
    ;[-127 / 128, 0, 1].forEach((expected, i) => expect(into[i]).toBeCloseTo(expected, 6))
  })

  it('refuses parts of photos and a buffer that is too small', () => {
    const preprocess = preprocessFor({ ...imagenetPreprocessing, crop: 2 })
    expect(() => preprocess(new Uint8Array(13), new Float32Array(100))).toThrow(RangeError)
    expect(() => preprocess(new Uint8Array(24), new Float32Array(12))).toThrow(RangeError)
  })
})
