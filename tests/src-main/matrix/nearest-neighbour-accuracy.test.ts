import { describe, expect, it } from 'vitest'
import { nearestNeighbourAccuracy, neighbourVotes } from '#main/matrix/nearest-neighbour-accuracy'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { matrixOf } from '#tests/src-main/matrix/examples'

describe('nearest-neighbour accuracy', () => {
  const line = matrixOf([0, 1, 2.1, 10, 11, 12.1, 5], 1)
  const classes = [0, 0, 1, 1, 1, 1, -1]

  it('leaves each row out of its own vote', async () => {
    const neighbours = await nearestNeighboursScan(line, 1)
    expect([
      ...neighbourVotes(neighbours, classes),
    ]).toEqual([0, 0, 0, 1, 1, 1, 1])
    expect(nearestNeighbourAccuracy(neighbours, classes)).toBeCloseTo(5 / 6)
  })

  it('gives a tie to the nearer class and skips rows without one', async () => {
    const neighbours = await nearestNeighboursScan(line, 3)
    expect([
      ...neighbourVotes(neighbours, classes),
    ]).toEqual([0, 0, 0, 1, 1, 1, 0])
    expect([
      ...neighbourVotes(neighbours, [-1, -1, -1, -1, -1, -1, -1]),
    ]).toEqual(Array.from({ length: 7 }).fill(-1))
    expect(nearestNeighbourAccuracy(neighbours, [-1, -1, -1, -1, -1, -1, -1])).toBe(0)
  })
})
