import type { Labelling } from '#shared/contract/labels'
import type { SaidAct } from '../../../src-renderer/stores/said-acts'
import { expect, it } from 'vitest'
import { labellingAfter, labellingWithout, SaidActs } from '../../../src-renderer/stores/said-acts'

const before: Labelling = { labels: [], labelled: 0, actions: 3, undo: 'Rename a to b', undoCall: 'rename', redo: null, redoCall: null }

function act(call: string, photos: number): SaidAct {
  return {
    call,
    title: `Label ${photos} photos cat`,
    photos: new Uint32Array(photos),
    before: new Uint32Array(photos),
    after: 1,
    under: { words: before.undo, call: before.undoCall },
    over: { words: null, call: null },
  }
}

it('says what undo and redo would do as an act is done, taken back and done again', () => {
  const one = act('one', 2)
  const after = labellingAfter(before, one)
  expect(after).toMatchObject({ actions: 4, undo: one.title, undoCall: 'one', redo: null, redoCall: null })
  const without = labellingWithout(after, one)
  expect(without).toEqual({ ...before, redo: one.title, redoCall: 'one' })
  expect(labellingAfter(without, one)).toEqual(after)
})

it('remembers acts by their calls, the latest of them where they are about very many photos', () => {
  const acts = new SaidActs()
  acts.add(act('first', 400_000))
  acts.add(act('second', 400_000))
  expect(acts.of('first')?.call).toBe('first')
  acts.add(act('third', 400_000))
  expect([acts.of('first'), acts.of('second')?.call, acts.of('third')?.call, acts.of(null)]).toEqual([undefined, 'second', 'third', undefined])
  acts.add(act('vast', 2_000_000))
  expect([acts.of('third'), acts.of('vast')?.call]).toEqual([undefined, 'vast'])
  acts.clear()
  expect(acts.of('vast')).toBeUndefined()
})
