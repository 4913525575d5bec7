import type { CurvePoint } from '#main/learn/held-out-training'
import { describe, expect, it } from 'vitest'
import { applyHead } from '#main/learn/apply-head'
import { learnWithoutLabels } from '#main/learn/learn-without-labels'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'
import { someOfEach } from './gaussian-features'

/** Kinds that stand out along three axes each, and noise as long as those along all. */
const { normal } = random(4)
const kinds = Int32Array.from({ length: 200 }, (_, i) => i % 4)
const features = matrix(200, 40, Float32Array.from({ length: 200 * 40 }, (_, at) =>
  1 + 0.6 * normal() + (Math.floor((at % 40) / 3) === kinds[Math.floor(at / 40)] ? 2 : 0)))

describe('learnWithoutLabels', () => {
  for (const loss of ['dec', 'deep-cluster']) {
    it(`learns by ${loss} without a label, and says that none can tell`, async () => {
      const points: CurvePoint[] = []
      const learnt = await learnWithoutLabels({ features, rows: [], classes: [] }, { loss, clusters: 4, seed: 1, dimensions: 6, onProgress: point => points.push(point) })
      expect(learnt).toMatchObject({ kept: true, dimensions: 6, verdict: expect.stringMatching(/^Clusters stand out more clearly: .*4 clusters.*only labels can tell\.$/) })
      expect(learnt.after.silhouette).toBeGreaterThan(learnt.before.silhouette)
      expect(points).toEqual(learnt.curve)
      expect(points[0].step).toBe(0)
      const embedding = await applyHead(features, learnt.head)
      expect([embedding.rows, embedding.columns]).toEqual([200, 6])
    })
  }

  it('is measured by labels where there are some, which take no part', async () => {
    const { rows, classes } = someOfEach(kinds, 5)
    const measured = await learnWithoutLabels({ features, rows, classes }, { loss: 'dec', clusters: 4, seed: 1, dimensions: 6 })
    expect(measured.verdict).toContain('nearest to their own label')
    const unmeasured = await learnWithoutLabels({ features, rows: [], classes: [] }, { loss: 'dec', clusters: 4, seed: 1, dimensions: 6 })
    expect(measured.head).toEqual(unmeasured.head)
    const wrong = await learnWithoutLabels({ features, rows, classes: classes.map((_, i) => Math.floor(i / 4) % 2) }, { loss: 'dec', clusters: 4, seed: 1, dimensions: 6 })
    expect(wrong.after.accuracy).toBeLessThan(measured.after.accuracy)
  })

  it('looks for as many clusters as the photos allow', async () => {
    const few = matrix(8, 40, features.values.slice(0, 8 * 40))
    const { verdict } = await learnWithoutLabels({ features: few, rows: [], classes: [] }, { loss: 'dec' })
    expect(verdict).toContain('2 clusters')
    await expect(learnWithoutLabels({ features: few, rows: [], classes: [] }, { loss: 'dec', clusters: 5 })).rejects.toMatchObject({ code: 'NOT_ENOUGH_PHOTOS', usage: true })
  })
})
