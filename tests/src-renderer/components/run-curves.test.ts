import type { Run } from '#shared/contract/learning'
import { expect, it } from 'vitest'
import { runLines } from '../../../src-renderer/components/run-curves'

function run(id: number, curve: Run['curve']): Run {
  return { id, curve } as Run
}

const long = [0, 5, 10].map(step => ({ step, loss: 1 - step / 10, heldOut: step === 10 ? 0.5 : null }))
const short = [0, 2].map(step => ({ step, loss: 0.5, heldOut: null }))

it('draws the runs on one scale, each over the whole width, numbered from the first', () => {
  const lines = runLines([run(8, short), run(7, long)], 'loss', 100, 10)
  expect(lines.map(({ id, place, path, last }) => [id, place, path, last])).toEqual([
    [8, 2, 'M0 5L100 5', 0.5],
    [7, 1, 'M0 0L50 5L100 10', 0],
  ])
  expect(new Set(lines.map(({ colour }) => colour)).size).toBe(2)
})

it('leaves out a run of which too little is known', () => {
  expect(runLines([run(8, short), run(7, long)], 'heldOut', 100, 10)).toEqual([])
})
