import { expect, it } from 'vitest'
import { optimizers } from '#main/learn/optimizers/table'
import { schedules } from '#main/learn/schedules/table'
import { optimizerWords, scheduleWords } from '../../../src-renderer/words/run-words'

it('has words for all that a run may be trained by', () => {
  for (const id of Object.keys(optimizers))
    expect(optimizerWords(id), id).not.toBe(id)
  for (const id of Object.keys(schedules))
    expect(scheduleWords(id), id).not.toBe(id)
  expect(optimizerWords('of-tomorrow')).toBe('of-tomorrow')
})
