import { expect, it } from 'vitest'
import { silhouettePath, silhouettesByLabel, silhouetteScale } from '../../../src-renderer/components/silhouettes-by-label'

it('sorts each label\'s silhouettes, highest first', () => {
  const rows = silhouettesByLabel(Uint32Array.of(1, 2, 3, 4), Float32Array.of(0.25, -0.5, 0.5, 1), photo => photo % 2)
  expect(rows).toEqual(new Map([
    [
      1,
      [0.5, 0.25],
    ],
    [
      0,
      [1, -0.5],
    ],
  ]))
})

it('draws what fits above the middle line and what does not below it', () => {
  expect(silhouettePath([0.5, -0.5], 0.5, 20, 10)).toBe('M0 5H0V0H10H10V10H20V5Z')
})

it('draws all rows to the scale of the largest value, and noise small', () => {
  expect(silhouetteScale(new Map([
    [
      1,
      [0.5, -0.7],
    ],
    [
      2,
      [0.6],
    ],
  ]))).toBe(0.7)
  expect(silhouetteScale(new Map([
    [
      1,
      [0.01],
    ],
  ]))).toBe(0.1)
})
