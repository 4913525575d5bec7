import type { CurvePoint } from '#main/learn/held-out-training'
import { describe, expect, it } from 'vitest'
import { applyHead } from '#main/learn/apply-head'
import { learnDirect } from '#main/learn/learn-direct'
import { learnHead } from '#main/learn/learn-head'
import { unitLength } from '#main/matrix/unit-length'
import { gaussianFeatures, nearestAccuracy, someOfEach } from './gaussian-features'

const { features, kinds } = gaussianFeatures({ perKind: 40, kinds: 8, columns: 200, seed: 2 })

describe('learnDirect', () => {
  it('keeps kinds apart on a map where a linear map cannot, and knows it', async () => {
    const { rows, classes } = someOfEach(kinds, 15)
    const labelled = new Set(rows)
    const others = Array.from(kinds.keys()).filter(i => !labelled.has(i))
    const right: { direct: number, linear: number, told: number, kept: boolean }[] = []
    // One seed lays labels side by side more happily than another, by ±0.13: the mean of twelve tells.
    for (let seed = 1; seed <= 12; seed++) {
      const points: CurvePoint[] = []
      const learnt = await learnDirect({ features, rows, classes }, { seed, onProgress: point => points.push(point) })
      const map = await applyHead(features, learnt.head)
      const linear = await learnHead({ features, rows, classes }, { seed, dimensions: 2 })
      right.push({
        direct: nearestAccuracy(map, kinds, rows, others),
        linear: nearestAccuracy(await applyHead(features, linear.head), kinds, rows, others),
        told: learnt.after.accuracy,
        kept: learnt.kept,
      })
      expect([map.columns, learnt.dimensions]).toEqual([2, 2])
      expect(learnt.curve).toEqual(points)
      expect(points.at(-1)!.loss).toBeLessThan(points[0].loss)
      // No two photos hide each other.
      expect(new Set(Array.from({ length: map.rows }, (_, i) => map.values.slice(2 * i, 2 * i + 2).join())).size).toBe(map.rows)
    }
    const mean = (of: 'direct' | 'linear' | 'told'): number => right.reduce((sum, each) => sum + each[of], 0) / right.length
    expect(right.filter(({ kept }) => kept).length).toBeGreaterThanOrEqual(8)
    expect(mean('direct')).toBeGreaterThan(mean('linear') + 0.1)
    expect(mean('direct')).toBeGreaterThan(nearestAccuracy(unitLength(features), kinds, rows, others))
    // What it says of held-out labels is about what holds for photos without any.
    expect(Math.abs(mean('told') - mean('direct'))).toBeLessThan(0.15)
  }, 120_000)

  it('gives the same head for the same seed', async () => {
    const labels = someOfEach(kinds, 4)
    const [first, again] = [await learnDirect({ features, ...labels }, { seed: 3 }), await learnDirect({ features, ...labels }, { seed: 3 })]
    expect(again.head).toEqual(first.head)
  })

  it('is not kept for labels that mean nothing', async () => {
    const { rows, classes } = someOfEach(kinds, 10)
    const meaningless = classes.map((_, i) => (i * 7919 >> 3) % 5)
    const { after, kept } = await learnDirect({ features, rows, classes: meaningless }, { seed: 2 })
    expect(after.accuracy).toBeLessThan(0.4)
    expect(kept && after.silhouette > 0.05).toBe(false)
  })

  it('refuses too few labels, and stops when told to', async () => {
    await expect(learnDirect({ features, rows: [0, 1, 8], classes: [0, 1, 0] })).rejects.toMatchObject({ code: 'NOT_ENOUGH_LABELS' })
    const controller = new AbortController()
    const learning = learnDirect({ features, ...someOfEach(kinds, 8) }, { signal: controller.signal, onProgress: () => controller.abort() })
    await expect(learning).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
