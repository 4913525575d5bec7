import { expect, it } from 'vitest'
import { takenInTurn } from '../../../src-renderer/map/taken-in-turn'

it('takes the first of each list before the second of any, and nothing twice', () => {
  expect(takenInTurn([[1, 2, 3], [2, 9]])).toEqual([1, 2, 9, 3])
  expect(takenInTurn([[4, 5]])).toEqual([4, 5])
  expect(takenInTurn([])).toEqual([])
})
