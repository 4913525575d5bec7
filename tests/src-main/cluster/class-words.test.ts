import { expect, it } from 'vitest'
import { classWords } from '#main/cluster/class-words'

it('finds broader words in the names alone', () => {
  const words = classWords([
    'golden retriever, dog',
    'bullfrog, frog',
    'tree frog',
    'frogmouth',
    'pizza, pizza pie',
  ])
  expect(words(0)).toEqual(['golden retriever', 'retriever'])
  expect(words(1)).toEqual(['bullfrog', 'frog'])
  expect(words(2)).toEqual(['tree frog', 'frog'])
  expect(words(3)).toEqual(['frogmouth'])
  expect(words(4)).toEqual(['pizza'])
})
