import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyScores, measureFold, qualityOf, scoreOf } from '#main/learn/held-out'
import { bestWithout, marginFor } from '#main/learn/held-out-strength'
import { labelFolds } from '#main/learn/label-folds'
import { verdictOn } from '#main/learn/verdict'

describe('labelFolds', () => {
  it('leaves a photo of every class outside every fold, and never holds out an only one', () => {
    fc.assert(fc.property(fc.array(fc.nat(5), { minLength: 2, maxLength: 40 }), fc.nat(99), (classes, seed) => {
      const folds = labelFolds(classes, 5, seed)
      for (let fold = 0; fold < 5; fold++) {
        for (const own of new Set(classes))
          expect(classes.some((other, i) => other === own && folds[i] !== fold)).toBe(true)
      }
      classes.forEach((own, i) => expect(folds[i] === -1).toBe(classes.filter(other => other === own).length === 1))
    }))
  })

  it('deals evenly', () => {
    const folds = labelFolds(Array.from({ length: 50 }, (_, i) => i % 5), 5, 1)
    for (let fold = 0; fold < 5; fold++)
      expect(folds.filter(each => each === fold)).toHaveLength(10)
  })
})

describe('held-out scores', () => {
  const places = [0, 1, 2, 10, 11, 3]
  const labels = { classes: [0, 0, 0, 1, 1, 1], classCount: 3, folds: Int32Array.of(0, 1, 1, 1, 1, 0) }

  it('measure photos of a fold against the others only', () => {
    const scores = emptyScores(6)
    measureFold(scores, labels, 0, (i, j) => Math.abs(places[i] - places[j]))
    expect(scores.silhouettes[0]).toBeCloseTo((10.5 - 1.5) / 10.5)
    expect(scores.silhouettes[5]).toBeCloseTo((1.5 - 7.5) / 7.5)
    expect([scores.right[0], scores.right[5], scores.right[1]]).toEqual([1, 0, Number.NaN])
    expect(qualityOf(scores).accuracy).toBe(0.5)
    expect(scoreOf(scores)).toBeCloseTo(0.5 + qualityOf(scores).silhouette)
  })

  it('choose by other folds, and the first unless another is clearly better', () => {
    const scores = [[0.5, 0.5, 0.5], [0.9, 0.4, 0.4], [0.5, 0.6, 0.51]]
    expect(bestWithout(scores, 0)).toBe(1)
    expect(bestWithout(scores, 0, 0)).toBe(2)
    expect(bestWithout(scores, 0.5)).toBe(0)
    expect(marginFor(400)).toBeLessThan(marginFor(100))
  })

  it('end in a verdict that lets chance go by and loss not', () => {
    const scores = (right: number[], silhouette: number) => ({ right: Float64Array.from(right), silhouettes: new Float64Array(right.length).fill(silhouette) })
    const before = scores([1, 1, 1, 1, 1, 0], 0)
    expect(verdictOn(before, scores([1, 1, 1, 1, 1, 1], 0.2))).toMatchObject({ kept: true, verdict: expect.stringContaining('100 %') })
    expect(verdictOn(before, scores([1, 1, 1, 1, 0, 1], 0.2)).kept).toBe(true)
    expect(verdictOn(before, scores([1, 1, 0, 0, 0, 1], 0.9)).kept).toBe(true)
    expect(verdictOn(before, scores([0, 0, 0, 0, 0, 1], 0.9)).kept).toBe(false)
    expect(verdictOn(before, scores([1, 1, 1, 1, 1, 0], -0.1))).toMatchObject({ kept: false, verdict: expect.stringMatching(/stays/) })
  })
})
