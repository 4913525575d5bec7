import { expect, it } from 'vitest'
import { countsOf } from '../../../src-renderer/stores/counts-of'

it('counts each number', () => {
  expect([...countsOf(Uint32Array.of(3, 0, 3, 1))]).toEqual([1, 1, 0, 2])
  expect([...countsOf(new Uint32Array())]).toEqual([0])
})
