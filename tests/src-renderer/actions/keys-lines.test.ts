import type { Action } from '../../../src-renderer/actions/action'
import type { Bindings } from '../../../src-renderer/actions/bindings'
import { expect, it } from 'vitest'
import { keysLines } from '../../../src-renderer/actions/keys-lines'
import { actions } from '../../../src-renderer/actions/table'

const names = ['walk-left', 'walk-right', 'walk-up', 'walk-down', 'open-photo'] as const
const some = names.map((name): Action => actions[name])

function lines(bindings: Bindings): Record<string, string[]> {
  return Object.fromEntries(keysLines(some, bindings, false).map(({ title, keys }) => [title, keys]))
}

it('says in one line what brothers do', () => {
  expect(lines({})).toEqual({ 'Walk from photo to photo': ['← → ↑ ↓'], 'Open the photo': ['↵'] })
})

it('says it of each once one of them has been given another key, whichever that is', () => {
  const own = { 'Go to the next photo on the left': ['←'], 'Go to the next photo on the right': ['→'], 'Go to the next photo above': ['↑'], 'Go to the next photo below': ['↓'], 'Open the photo': ['↵'] }
  expect(lines({ 'walk-left': ['H'] })).toEqual({ ...own, 'Go to the next photo on the left': ['H'] })
  expect(lines({ 'walk-up': ['K'] })).toEqual({ ...own, 'Go to the next photo above': ['K'] })
  const { 'Go to the next photo below': _, ...others } = own
  expect(lines({ 'walk-down': [] })).toEqual(others)
})

it('leaves no action with a key out, of all there are', () => {
  const all = Object.values<Action>(actions).filter(({ listed, title }) => listed !== undefined && typeof title === 'string')
  const speakers = all.filter(({ listed }) => listed !== null)
  expect(keysLines(all, {}, false).map(({ id }) => id)).toEqual(speakers.map(({ id }) => id))
  for (const { id } of all)
    expect(keysLines(all, { [id]: ['J'] }, false).length, id).toBeGreaterThan(speakers.length)
})
