import { expect, it } from 'vitest'
import { counted } from '../../../src-renderer/words/counted'

it('counts', () => {
  expect([
    counted(0, 'photo'),
    counted(1, 'photo'),
    counted(1204, 'photo'),
  ]).toEqual(['0 photos', '1 photo', '1,204 photos'])
})
