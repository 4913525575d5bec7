import type { MapCluster } from '../../../src-renderer/map/photo-map-types'
import { expect, it } from 'vitest'
import { photoSetOf } from '../../../src-renderer/map/photo-set'
import { ShownClusters } from '../../../src-renderer/map/shown-clusters'

const set = photoSetOf({ ids: Uint32Array.of(4, 6), xy: new Float32Array(4), aspects: new Float32Array(2) })
const cluster: MapCluster = { index: 3, name: 'one', photos: 2, colour: 0, outline: [0, 0, 1, 0, 1, 1], x: 0, y: 0 }

it('waits with new clusters until photos have arrived or the old ones have faded', () => {
  const drawn: MapCluster[][] = []
  const canvas = { setClusters: (clusters: MapCluster[]) => void drawn.push(clusters) }
  const shown = new ShownClusters()
  shown.set([cluster], Int32Array.of(3, -1), set)
  expect([...shown.clusters.photosOf(3)]).toEqual([4])
  expect(shown.step(true, 0.4, [canvas])).toBe(false)
  expect(drawn).toHaveLength(0)
  expect(shown.step(true, 0, [canvas])).toBe(false)
  expect(drawn).toEqual([[cluster]])
  expect(shown.step(false, 0, [canvas])).toBe(true)
  expect(drawn).toHaveLength(1)
})

it('hides clusters whose photos have gone elsewhere', () => {
  const shown = new ShownClusters()
  shown.set([cluster], Int32Array.of(3, 3), set)
  shown.outdate()
  expect(shown.step(false, 1, [])).toBe(false)
})
