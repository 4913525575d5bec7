import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { fewAtATime } from '#main/app/few-at-a-time'

it('does so many at a time, each once, and answers in their order', async () => {
  let atOnce = 0
  let most = 0
  const begun: number[] = []
  const answers = await fewAtATime(3, [5, 1, 4, 2, 3, 6, 0], async (each) => {
    begun.push(each)
    most = Math.max(most, ++atOnce)
    await setTimeout(each)
    atOnce--
    return 10 * each
  })
  expect(answers).toEqual([50, 10, 40, 20, 30, 60, 0])
  expect(begun).toEqual([5, 1, 4, 2, 3, 6, 0])
  expect(most).toBe(3)
  expect(await fewAtATime(3, [], async each => each)).toEqual([])
})

it('fails as the first that fails', async () => {
  await expect(fewAtATime(2, [1, 2, 3], async (each) => {
    if (each === 2)
      throw new Error('Two is too many.')
  })).rejects.toThrow('Two is too many.')
})
