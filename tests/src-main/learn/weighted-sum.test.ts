import { expect, it } from 'vitest'
import { lossOf } from '#main/learn/losses/table'
import { trainPlainly } from '#main/learn/train-plainly'
import { groupedRows } from '#tests/src-main/matrix/examples'

it('reads sums with weights, and refuses what is none', () => {
  expect(lossOf('silhouette').id).toBe('silhouette')
  expect(lossOf('silhouette+0.5*supcon').id).toBe('silhouette+0.5*supcon')
  expect(lossOf(' 2 * dunn + silhouette ').title).toBe('2 · Dunn + Silhouette')
  for (const words of ['', 'nonesuch', 'silhouette+', 'silhouette+0*supcon', '-1*silhouette', 'silhouette*2'])
    expect(() => lossOf(words)).toThrow(expect.objectContaining({ code: 'UNKNOWN_LOSS' }))
  expect(() => lossOf('silhouette+0.5*dec')).toThrow(expect.objectContaining({ code: 'LOSS_NOT_SUMMABLE' }))
})

it('trains by a sum whose parts bring weights of the same name', async () => {
  const features = groupedRows(60, 12, 3)
  const rows = Int32Array.from({ length: 30 }, (_, i) => i)
  const { space, steps } = await trainPlainly({
    features,
    rows,
    classes: Int32Array.from(rows, row => row % 3),
    dimensions: 4,
    loss: 'cross-entropy+0.5*cosine-corel+silhouette',
    seed: 1,
  })
  expect(space.values.every(Number.isFinite)).toBe(true)
  expect(steps).toBeGreaterThan(0)
})
