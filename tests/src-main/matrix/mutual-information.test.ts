import { expect, it } from 'vitest'
import { normalisedMutualInformation } from '#main/matrix/mutual-information'

// The expected figures are scikit-learn's normalized_mutual_info_score of the same lists.
it.each([
  [[0, 0, 1, 1], [1, 1, 0, 0], 1],
  [[0, 0, 1, 1], [0, 1, 0, 1], 0],
  [[0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 2, 2], 0.5206652],
  [[0, 0, 0, 0], [0, 0, 0, 0], 1],
  [[0, 1, 2, 3], [0, 0, 0, 0], 0],
])('of %j and %j is %d', (a, b, expected) => {
  expect(normalisedMutualInformation(a, b)).toBeCloseTo(expected, 6)
})
