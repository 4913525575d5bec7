import { describe, expect, it } from 'vitest'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { placeNewPhotos } from '#main/project/place-new-photos'
import { matrixOf } from '#tests/src-main/matrix/examples'

const none = Number.NaN

describe('placeNewPhotos', () => {
  it('puts a new photo among its neighbours, nearest to the nearest', async () => {
    const neighbours = await nearestNeighboursScan(matrixOf([0, 10, 2], 1), 2)
    const placed = placeNewPhotos(Float32Array.of(0, 0, 1, 1, none, none), neighbours)
    expect([
      ...placed.subarray(0, 4),
    ]).toEqual([0, 0, 1, 1])
    expect(placed[4]).toBeCloseTo(0.2, 4)
    expect(placed[5]).toBeCloseTo(0.2, 4)
  })

  it('reaches photos whose neighbours are all new', async () => {
    const neighbours = await nearestNeighboursScan(matrixOf([0, 1, 2, 3, 4], 1), 1)
    const placed = placeNewPhotos(Float32Array.of(7, 8, none, none, none, none, none, none, none, none), neighbours)
    for (let i = 0; i < 5; i++) {
      expect([
        ...placed.subarray(2 * i, 2 * i + 2),
      ]).toEqual([7, 8])
    }
  })

  it('falls back to the middle', async () => {
    const neighbours = await nearestNeighboursScan(matrixOf([0, 0.1, 50, 50.1], 1), 1)
    expect([
      ...placeNewPhotos(Float32Array.of(1, 1, 3, 5, none, none, none, none), neighbours).subarray(4),
    ]).toEqual([2, 3, 2, 3])
    expect([
      ...placeNewPhotos(new Float32Array(8).fill(none), neighbours),
    ]).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  })
})
