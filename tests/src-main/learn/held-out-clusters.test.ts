import { expect, it } from 'vitest'
import { qualityOf } from '#main/learn/held-out'
import { heldOutClusters } from '#main/learn/held-out-clusters'
import { matrix } from '#main/matrix/matrix'

// Two clusters on a line: at 0 and 1, at 10 and 11; a third has lost all its photos.
const trained = matrix(4, 1, Float32Array.of(0, 1, 10, 11))
const clusterOf = Int32Array.of(0, 0, 2, 2)

it('counts a photo to the nearest middle and measures it among that cluster', () => {
  const { silhouettes, right } = heldOutClusters(trained, clusterOf, matrix(3, 1, Float32Array.of(0.5, 4, 10.5)))
  expect(Array.from(silhouettes)).toEqual([(10 - 0.5) / 10, (6.5 - 3.5) / 6.5, (10 - 0.5) / 10])
  expect(Array.from(right)).toEqual([1, 1, 1])
})

it('tells where a photo lies among those of another cluster', () => {
  const wide = matrix(4, 1, Float32Array.of(0, 1, 7, 30))
  const scores = heldOutClusters(wide, clusterOf, matrix(1, 1, Float32Array.of(6)))
  expect(qualityOf(scores).accuracy).toBe(0)
})
