import { once } from 'node:events'
import { constants, getPriority, platform } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

it.skipIf(platform() !== 'linux')('lets its own thread work behind the others, and no other', async () => {
  const before = getPriority()
  const worker = new Worker(new URL('./behind-worker.ts', import.meta.url))
  const [of] = await once(worker, 'message')
  expect(of).toBe(Math.max(before, constants.priority.PRIORITY_BELOW_NORMAL))
  expect(getPriority()).toBe(before)
  await worker.terminate()
})
