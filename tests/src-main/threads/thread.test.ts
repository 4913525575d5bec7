import type { EchoJobs } from '#tests/src-main/threads/echo-worker'
import { expect, it, onTestFinished } from 'vitest'
import { buffersIn } from '#main/threads/serve-jobs'
import { Thread } from '#main/threads/thread'

function thread(): Thread<EchoJobs> {
  const made = new Thread<EchoJobs>(new URL('./echo-worker.ts', import.meta.url))
  onTestFinished(() => made.close())
  return made
}

it('moves arrays there and back', async () => {
  const values = Float32Array.of(1, 2, 3)
  const answer = await thread().call('double', { values }, {
    transfer: buffersIn(values),
  })
  expect(answer.values).toEqual(Float32Array.of(2, 4, 6))
  expect(values.length).toBe(0)
})

it('reports progress in order, and calls interleave', async () => {
  const on = thread()
  const seen: number[] = []
  const counting = on.call('count', 8, {
    onProgress: at => seen.push(at),
  })
  expect((await on.call('double', {
    values: Float32Array.of(4),
  })).values[0]).toBe(8)
  expect(await counting).toBe('done')
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

it('stops when the signal fires, before or during the work', async () => {
  const on = thread()
  await expect(on.call('count', 10_000, {
    signal: AbortSignal.abort(),
  })).rejects.toMatchObject({ code: 'CANCELLED' })
  await expect(on.call('count', 10_000, {
    signal: AbortSignal.timeout(50),
  })).rejects.toMatchObject({ code: 'CANCELLED' })
})

it('hands on coded errors with their data, and others as INTERNAL', async () => {
  const on = thread()
  await expect(on.call('fail', 'coded')).rejects.toMatchObject({
    code: 'SPOILED',
    message: 'Spoiled; buy another.',
    data: { age: 3 },
  })
  await expect(on.call('fail', 'other')).rejects.toMatchObject({
    code: 'INTERNAL',
    message: 'Something went wrong inside Silhouette: oops',
  })
})

it('fails the calls under way when the thread dies, and starts a fresh one for the next', async () => {
  const on = thread()
  const counting = on.call('count', 10_000)
  await expect(Promise.all([
    counting,
    on.call('die', null),
  ])).rejects.toMatchObject({ code: 'THREAD_LOST' })
  await expect(counting).rejects.toMatchObject({ code: 'THREAD_LOST' })
  expect(await on.call('count', 1)).toBe('done')
})

it('does a call that is made again as soon as it fails in a fresh thread, while the old one still ends', async () => {
  const on = thread()
  await expect(on.call('crash', null)).rejects.toMatchObject({ code: 'THREAD_LOST', message: expect.stringContaining('nobody catches this') })
  expect(await on.call('count', 20)).toBe('done')
})
