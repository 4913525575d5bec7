import { describe, expect, it } from 'vitest'
import { nameClusters } from '#main/cluster/name-clusters'

const names = [
  'golden retriever, dog',
  'Labrador retriever',
  'tree frog, tree-frog',
  'bullfrog',
  'pizza',
  'sports car',
  'beer bottle',
  'volcano',
]
function photo(...scores: [number, number][]) {
  return {
    classes: scores.map(([one]) => one),
    scores: scores.map(([, score]) => score),
  }
}

describe('nameClusters', () => {
  it('says the class where it is one, in its first synonym', () => {
    const photos = [
      photo([0, 0.9], [1, 0.05]),
      photo([0, 0.8]),
      photo([4, 0.9]),
      photo([4, 0.7], [6, 0.2]),
    ]
    expect(nameClusters([0, 0, 1, 1], 2, photos, names)).toEqual(['golden retriever', 'pizza'])
  })

  it('says what many classes have in common', () => {
    const photos = [
      photo([0, 0.9]),
      photo([1, 0.9]),
      photo([2, 0.8], [3, 0.1]),
      photo([3, 0.8]),
      photo([5, 0.9]),
    ]
    expect(nameClusters([0, 0, 1, 1, 2], 3, photos, names)).toEqual(['retriever', 'frog', 'sports car'])
  })

  it('passes over what is everywhere, and says nothing where nothing stands out', () => {
    const everywhere: [number, number] = [7, 0.5]
    const photos = [
      photo(everywhere, [4, 0.3]),
      photo(everywhere, [4, 0.3]),
      photo(everywhere, [5, 0.1]),
      photo(everywhere),
      photo(everywhere),
    ]
    expect(nameClusters([0, 0, 1, 1, 2], 3, photos, names)).toEqual(['pizza', null, null])
  })

  it('copes with strays, empty clusters and photos without classes', () => {
    expect(nameClusters([-1, 0, 0], 2, [
      photo([4, 1]),
      photo(),
      photo(),
    ], names)).toEqual([null, null])
    expect(nameClusters([0, 0], 1, [
      photo([4, 1]),
      photo([4, 1]),
    ], names)).toEqual(['pizza'])
    expect(nameClusters([], 0, [], names)).toEqual([])
  })
})
