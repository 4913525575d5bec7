import { describe, expect, it } from 'vitest'
import { losses } from '#main/learn/losses/table'
import { trainPlainly } from '#main/learn/train-plainly'
import { gaussianFeatures, nearestAccuracy, someOfEach } from './gaussian-features'

const { features, kinds } = gaussianFeatures({ perKind: 30, kinds: 4, columns: 40, seed: 2 })
const labels = someOfEach(kinds, 15)
const known = labels.rows
const asked = Array.from(kinds.keys()).filter(row => !known.includes(row))

describe('trainPlainly', () => {
  it('makes a space in which labels tell others apart better than features do, by nearly any loss that has labels', async () => {
    const raw = nearestAccuracy(features, kinds, known, asked)
    for (const [id, loss] of Object.entries(losses)) {
      // Dunn's gradient comes from two pairs of photos at a time, which is too little to learn from in so few steps.
      if ('withoutLabels' in loss || id === 'dunn')
        continue
      const { space, steps } = await trainPlainly({ features, ...labels, dimensions: 4, loss: id, seed: 1 })
      expect([space.rows, space.columns]).toEqual([120, 4])
      expect(steps % 20).toBe(0)
      expect(nearestAccuracy(space, kinds, known, asked), id).toBeGreaterThan(raw)
    }
  })

  it('gives no label to a loss that needs none', async () => {
    const [with0, with1] = await Promise.all([labels.classes, labels.classes.map(() => 0)].map(classes =>
      trainPlainly({ features, rows: known, classes, dimensions: 4, loss: 'dec', seed: 1 })))
    expect(with0.space).toEqual(with1.space)
  })
})
