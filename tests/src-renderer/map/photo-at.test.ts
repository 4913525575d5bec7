import { expect, it } from 'vitest'
import { photoAt } from '../../../src-renderer/map/photo-at'
import { PhotoIndex } from '../../../src-renderer/map/photo-index'
import { flagSelected, photoSetOf } from '../../../src-renderer/map/photo-set'
import { Thinning } from '../../../src-renderer/map/thinning'

const viewport = { width: 800, height: 600 }
const camera = { x: 0, y: 0, scale: 100 }

function setOf(xy: number[], aspect = 1) {
  const count = xy.length / 2
  const set = photoSetOf({ ids: Uint32Array.from({ length: count }, (_, at) => at + 1), xy: Float32Array.from(xy), aspects: new Float32Array(count).fill(aspect) })
  const thinning = new Thinning(set.ids, set.to)
  thinning.run(100)
  for (let row = 0; row < count; row++)
    set.reach[2 * row + 1] = thinning.reach[row]
  return { set, index: new PhotoIndex(set.to, count) }
}

it('takes the photo on top of a pile: the one with less room, but a selected one before it', () => {
  // By its number the second comes first, and has all the room.
  const { set, index } = setOf([0, 0, 0.37, 0])
  expect(photoAt({ x: 418, y: 300 }, set, index, camera, viewport, 40)).toBe(0)
  set.flags[4 + flagSelected] = 255
  expect(photoAt({ x: 418, y: 300 }, set, index, camera, viewport, 40)).toBe(1)
})

it('takes the picture and not the dot beneath it, and the dot beside it', () => {
  const { set, index } = setOf([0, 0, 0.1, 0, 0.22, 0])
  // The second comes first by its number, and has the only room.
  expect(photoAt({ x: 401, y: 300 }, set, index, camera, viewport, 40)).toBe(1)
  expect(photoAt({ x: 434, y: 300 }, set, index, camera, viewport, 40)).toBe(2)
})

it('takes the nearest of dots, a little beside them', () => {
  const { set, index } = setOf([0, 0, 0.06, 0])
  expect(photoAt({ x: 402, y: 302 }, set, index, camera, viewport, 4)).toBe(0)
  expect(photoAt({ x: 408, y: 300 }, set, index, camera, viewport, 4)).toBe(1)
  expect(photoAt({ x: 430, y: 300 }, set, index, camera, viewport, 4)).toBeNull()
})

it('knows a picture\'s shape once it is shown whole', () => {
  const { set, index } = setOf([0, 0], 2)
  const right = { x: 400 + 100, y: 300 }
  expect(photoAt(right, set, index, camera, viewport, 160)).toBeNull()
  set.large[0] = 0
  expect(photoAt(right, set, index, camera, viewport, 160)).toBe(0)
  expect(photoAt({ x: 400, y: 300 + 75 }, set, index, camera, viewport, 160)).toBe(0)
  expect(photoAt({ x: 400, y: 300 + 95 }, set, index, camera, viewport, 160)).toBeNull()
})
