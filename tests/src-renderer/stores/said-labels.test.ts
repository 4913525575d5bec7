import type { Saying } from '../../../src-renderer/stores/said-labels'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { SaidLabels, withSaying } from '../../../src-renderer/stores/said-labels'

const ids = Uint32Array.of(1, 2, 3, 5, 8)

it('shows what was said upon what the core told, photo by photo, the last word last', () => {
  const said = new SaidLabels()
  const told = Uint32Array.of(9, 0, 0, 0, 0)
  expect(said.upon(ids, told)).toBe(told)
  said.say({ photos: Uint32Array.of(1, 2, 3, 4), labels: 7 })
  said.say({ photos: Uint32Array.of(3, 8), labels: Uint32Array.of(0, 6) })
  expect(said.upon(ids, told)).toEqual(Uint32Array.of(7, 7, 0, 0, 6))
  expect(told).toEqual(Uint32Array.of(9, 0, 0, 0, 0))
})

it('goes back to what the core told where an act is refused', () => {
  const said = new SaidLabels()
  const refused = { photos: Uint32Array.of(2), labels: 7 }
  const answered = said.asking()
  said.say(refused)
  const later = said.asking()
  expect(said.takeBack(refused)).toBe(true)
  expect(said.takeBack(refused)).toBe(false)
  for (const put of [answered, later]) {
    const labels = new Uint32Array(5)
    put(ids, labels)
    expect(labels).toEqual(new Uint32Array(5))
  }
})

it('keeps what was said after a question and done before its answer was taken, which may be older', () => {
  const said = new SaidLabels()
  const late = { photos: Uint32Array.of(2), labels: 7 }
  const put = said.asking()
  said.say(late)
  said.isDone(late)
  const labels = new Uint32Array(5)
  put(ids, labels)
  expect(labels).toEqual(Uint32Array.of(0, 7, 0, 0, 0))
})

it('shows as a person does them acts that are done and asked about in any order', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('say' as const), photos: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }), label: fc.nat(3) }),
    fc.constant({ kind: 'core does the next' as const }),
    fc.constant({ kind: 'page hears that' as const }),
    fc.constant({ kind: 'page asks' as const }),
    fc.constant({ kind: 'core answers' as const }),
    fc.constant({ kind: 'page takes the answer' as const }),
  )
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
    const said = new SaidLabels()
    let told: Uint32Array = new Uint32Array(5)
    let truth: Uint32Array = new Uint32Array(5)
    let wanted: Uint32Array = new Uint32Array(5)
    const waiting: Saying[] = []
    const done: Saying[] = []
    let question: ReturnType<SaidLabels['asking']> | null = null
    let answer: Uint32Array | null = null
    for (const now of steps) {
      if (now.kind === 'say') {
        const saying = { photos: Uint32Array.from(now.photos), labels: now.label }
        said.say(saying)
        waiting.push(saying)
        wanted = withSaying(saying, ids, wanted)
      }
      else if (now.kind === 'core does the next' && waiting.length > 0) {
        done.push(waiting.shift()!)
        truth = withSaying(done.at(-1)!, ids, truth)
      }
      else if (now.kind === 'page hears that' && done.length > 0) {
        const saying = done.shift()!
        expect(said.isDone(saying)).toBe(true)
        told = withSaying(saying, ids, told)
      }
      else if (now.kind === 'page asks' && !question) {
        question = said.asking()
      }
      else if (now.kind === 'core answers' && question && !answer) {
        answer = truth.slice()
      }
      else if (now.kind === 'page takes the answer' && question && answer) {
        question(ids, answer)
        told = answer
        question = answer = null
      }
      expect(said.upon(ids, told)).toEqual(wanted)
    }
  }))
})
