import type { ActLine } from '../../../src-renderer/client/act-line'
import { ORPCError } from '@orpc/client'
import { expect, it } from 'vitest'
import { actLine } from '../../../src-renderer/client/act-line'

/** A core that is there or not, does each call once, and can die before it has answered. */
function core(): { away: boolean, dies: boolean, done: string[], send: (words: string) => (call: string) => Promise<string> } {
  const calls = new Set<string>()
  const it = {
    away: false,
    dies: false,
    done: [] as string[],
    send: (words: string) => async (call: string) => {
      await Promise.resolve()
      if (it.away)
        throw new TypeError('Failed to fetch')
      if (words.startsWith('wrong'))
        throw new ORPCError('UNKNOWN_LABEL', { status: 500 })
      if (!calls.has(call))
        it.done.push(words)
      calls.add(call)
      if (it.dies) {
        it.away = true
        throw new TypeError('network error')
      }
      return words
    },
  }
  return it
}

function line(): { line: ActLine<string>, kept: () => number, failed: unknown[] } {
  let kept = 0
  const failed: unknown[] = []
  return { line: actLine({ kept: count => void (kept = count), failed: error => failed.push(error) }), kept: () => kept, failed }
}

it('sends acts one after another, in their order', async () => {
  const there = core()
  const { line: acts } = line()
  expect(await Promise.all(['a', 'b', 'c'].map(words => acts.add(there.send(words))))).toEqual(['a', 'b', 'c'])
  expect(there.done).toEqual(['a', 'b', 'c'])
})

it('keeps what the core can\'t be told, in order, and sends it when it is back', async () => {
  const there = core()
  const { line: acts, kept } = line()
  there.away = true
  expect(await Promise.all([acts.add(there.send('a')), acts.add(there.send('b'))])).toEqual(['kept', 'kept'])
  expect(await acts.add(there.send('c'))).toBe('kept')
  expect(kept()).toBe(3)
  expect(await acts.sendKept()).toBe(0)
  expect(kept()).toBe(3)
  there.away = false
  expect(await acts.sendKept()).toBe(3)
  expect(there.done).toEqual(['a', 'b', 'c'])
  expect(kept()).toBe(0)
  expect(await acts.add(there.send('d'))).toBe('d')
})

it('sends an act whose answer was lost under the name it had', async () => {
  const there = core()
  const { line: acts } = line()
  there.dies = true
  expect(await acts.add(there.send('a'))).toBe('kept')
  there.dies = there.away = false
  expect(await acts.sendKept()).toBe(1)
  expect(there.done).toEqual(['a'])
})

it('keeps no act that must not be done later', async () => {
  const there = core()
  const { line: acts, kept } = line()
  there.away = true
  await expect(acts.add(there.send('undo'), { keeps: false })).rejects.toThrow(TypeError)
  expect(await acts.add(there.send('a'))).toBe('kept')
  await expect(acts.add(there.send('redo'), { keeps: false })).rejects.toThrow(TypeError)
  expect(kept()).toBe(1)
})

it('tells of an act that is refused, at once or later, and goes on', async () => {
  const there = core()
  const { line: acts, failed, kept } = line()
  await expect(acts.add(there.send('wrong'))).rejects.toMatchObject({ code: 'UNKNOWN_LABEL' })
  there.away = true
  await acts.add(there.send('wrong later'))
  await acts.add(there.send('a'))
  there.away = false
  expect(await acts.sendKept()).toBe(1)
  expect(failed).toMatchObject([{ code: 'UNKNOWN_LABEL' }])
  expect(there.done).toEqual(['a'])
  expect(kept()).toBe(0)
})

it('says of each act whether it was done in the end', async () => {
  const there = core()
  const { line: acts } = line()
  const ends: string[] = []
  const ended = (words: string) => ({ ended: (done: boolean) => void ends.push(`${words} ${done}`) })
  await acts.add(there.send('a'), ended('a'))
  await acts.add(there.send('wrong'), ended('wrong')).catch(() => {})
  there.away = true
  await acts.add(there.send('b'), ended('b'))
  await acts.add(there.send('wrong later'), ended('wrong later'))
  await acts.add(there.send('undo'), { keeps: false, ...ended('undo') }).catch(() => {})
  expect(ends).toEqual(['a true', 'wrong false', 'undo false'])
  there.away = false
  await acts.sendKept()
  expect(ends.slice(3)).toEqual(['b true', 'wrong later false'])
})

it('sends an act under the name given', async () => {
  const { line: acts } = line()
  expect(await acts.add(async call => call, { call: 'a name for a call' })).toBe('a name for a call')
})
