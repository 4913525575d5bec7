import { expect, it, vi } from 'vitest'
import { watchAnswering } from '../../../src-renderer/client/watch-answering'

it('tells when an answer is overdue, and when it has come after all', async () => {
  const leaving = new AbortController()
  const told: boolean[] = []
  let answer = (): void => {}
  let slow = false
  const ask = () => slow ? new Promise<void>(resolve => answer = resolve) : Promise.resolve()
  void watchAnswering(ask, busy => told.push(busy), leaving.signal, { every: 1, patience: 20 })
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(2))
  expect(told).not.toContain(true)
  slow = true
  await vi.waitFor(() => expect(told.at(-1)).toBe(true))
  slow = false
  answer()
  await vi.waitFor(() => expect(told.at(-1)).toBe(false))
  leaving.abort()
})

it('does not call a core busy that is not there', async () => {
  const leaving = new AbortController()
  const told: boolean[] = []
  void watchAnswering(() => Promise.reject(new TypeError('Failed to fetch')), busy => told.push(busy), leaving.signal, { every: 1, patience: 20 })
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(2))
  expect(told).not.toContain(true)
  leaving.abort()
})
