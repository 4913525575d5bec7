import { afterEach, expect, it, vi } from 'vitest'
import { coalesce } from '../../../src-renderer/client/coalesce'

afterEach(() => vi.useRealTimers())

it('answers many requests with one run, and one more for those that came while it ran', async () => {
  let runs = 0
  const open: (() => void)[] = []
  const request = coalesce(() => new Promise<void>((resolve) => {
    runs++
    open.push(resolve)
  }))
  const first = [
    request(),
    request(),
  ]
  await Promise.resolve().then(() => {})
  await expect.poll(() => runs).toBe(1)
  const later = [
    request(),
    request(),
    request(),
  ]
  open[0]()
  await Promise.all(first)
  await expect.poll(() => runs).toBe(2)
  open[1]()
  await Promise.all(later)
  expect(runs).toBe(2)
})

it('goes on after a run that failed', async () => {
  let runs = 0
  const request = coalesce(async () => {
    if (++runs === 1)
      throw new Error('once')
  })
  await expect(request()).rejects.toThrow('once')
  await request()
  expect(runs).toBe(2)
})

it('leaves time between two starts', async () => {
  vi.useFakeTimers()
  let runs = 0
  const request = coalesce(async () => void runs++, 50)
  await request()
  const second = request()
  await vi.advanceTimersByTimeAsync(49)
  expect(runs).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  await second
  expect(runs).toBe(2)
})
