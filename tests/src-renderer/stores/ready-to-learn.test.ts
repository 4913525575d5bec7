import { expect, it } from 'vitest'
import { readyToLearn } from '../../../src-renderer/stores/ready-to-learn'

it('wants two labels of two photos', () => {
  expect(readyToLearn([
    { name: 'dog', photos: 2 },
    { name: 'cat', photos: 2 },
  ])).toBe(true)
})

it('says what is missing', () => {
  expect(readyToLearn([])).toContain('two groups')
  expect(readyToLearn([
    { name: 'dog', photos: 20 },
  ])).toContain('one more group')
  expect(readyToLearn([
    { name: 'dog', photos: 20 },
    { name: 'cat', photos: 1 },
  ])).toContain('“cat” needs a second photo')
  expect(readyToLearn([
    { name: 'dog', photos: 0 },
  ])).toContain('two groups')
})
