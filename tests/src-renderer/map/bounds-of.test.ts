import { expect, it } from 'vitest'
import { boundsOf } from '../../../src-renderer/map/bounds-of'

const xy = [0, 1, -2, 5, 3, -4]

it('boxes all points', () => {
  expect(boundsOf(xy, 3)).toEqual({ left: -2, right: 3, top: -4, bottom: 5 })
})

it('boxes the rows named', () => {
  expect(boundsOf(xy, 3, [0, 1])).toEqual({ left: -2, right: 0, top: 1, bottom: 5 })
})

it('has no box for no point', () => {
  expect(boundsOf(xy, 0)).toBeNull()
  expect(boundsOf(xy, 3, [])).toBeNull()
})
