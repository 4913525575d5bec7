import { expect, it } from 'vitest'
import { MapClusters } from '../../../src-renderer/map/map-clusters'
import { photoSetOf } from '../../../src-renderer/map/photo-set'

const set = photoSetOf({ ids: Uint32Array.of(4, 6, 8, 9), xy: new Float32Array(8), aspects: new Float32Array(4) })
const box = (side: number): number[] => [-side, -side, side, -side, side, side, -side, side]
const clusters = new MapClusters([
  { index: 0, name: 'all', photos: 9, colour: 0, outline: box(2), x: 0, y: 0 },
  { index: 1, name: 'few', photos: 2, colour: 0, outline: box(1), x: 0, y: 0 },
], Int32Array.of(0, 1, -1, 1), set)

it('knows which photos are whose', () => {
  expect([...clusters.photosOf(1)]).toEqual([6, 9])
  expect(clusters.clusterOf(4)).toBe(0)
  expect(clusters.clusterOf(8)).toBe(-1)
  expect(clusters.clusterOf(77)).toBe(-1)
})

it('takes the smallest of several outlines', () => {
  expect(clusters.at({ x: 0.5, y: 0.5 }, 0)).toBe(1)
  expect(clusters.at({ x: 1.5, y: 0.5 }, 0)).toBe(0)
  expect(clusters.at({ x: 3, y: 0 }, 0)).toBe(-1)
})

it('goes as far out as the line is drawn, but where a point lies inside another outline', () => {
  expect(clusters.at({ x: 2.2, y: 0.5 }, 0.3)).toBe(0)
  expect(clusters.at({ x: 2.2, y: 0.5 }, 0.1)).toBe(-1)
  expect(clusters.at({ x: 1.2, y: 0.5 }, 0.3)).toBe(0)
})
