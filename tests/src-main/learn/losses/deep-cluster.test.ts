import { expect, it } from 'vitest'
import { deepCluster } from '#main/learn/losses/deep-cluster'
import { largestOfRows } from '#main/learn/train-head'
import { matrix } from '#main/matrix/matrix'
import { normalisedMutualInformation } from '#main/matrix/mutual-information'
import { random } from '#main/matrix/random'

it('aims at one cluster for each photo, whatever the scale of the embedding along any axis', async () => {
  const { normal } = random(3)
  const kinds = Int32Array.from({ length: 90 }, (_, i) => i % 3)
  // Directions at right angles, stretched: only whitened do they tell three groups.
  const values = Float32Array.from({ length: 270 }, (_, at) => (normal() * 0.2 + (at % 3 === kinds[Math.floor(at / 3)] ? 3 : 0)) * [100, 1, 0.01][at % 3])
  const targets = await deepCluster.withoutLabels!.targets({ embedding: matrix(90, 3, values), clusters: 3, weights: {}, seed: 0 })
  expect([targets.rows, targets.columns]).toEqual([90, 3])
  expect([...new Set(targets.values)].sort()).toEqual([0, 1])
  expect(targets.values.reduce((sum, value) => sum + value, 0)).toBe(90)
  expect(normalisedMutualInformation(largestOfRows(targets), kinds)).toBeGreaterThan(0.95)
})
