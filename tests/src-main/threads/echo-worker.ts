import type { Job } from '#main/threads/message'
import { setTimeout } from 'node:timers/promises'
import { serveJobs } from '#main/threads/serve-jobs'
import { Cancelled } from '#shared/errors/cancelled'
import { SilhouetteError } from '#shared/errors/silhouette-error'

export interface EchoJobs extends Record<string, Job<any, any, any>> {
  double: Job<{ values: Float32Array }, never, { values: Float32Array }>
  count: Job<number, number, string>
  fail: Job<string, never, never>
  die: Job<null, never, never>
  crash: Job<null, never, never>
}

class Spoiled extends SilhouetteError {
  readonly code = 'SPOILED'
}

serveJobs<EchoJobs>({
  double: async ({ values }) => ({
    values: values.map(value => 2 * value),
  }),
  async count(to, { signal, progress }) {
    for (let at = 1; at <= to; at++) {
      if (signal.aborted)
        throw new Cancelled('Counting')
      progress(at)
      await setTimeout(5)
    }
    return 'done'
  },
  async fail(how) {
    throw how === 'coded'
      ? new Spoiled('Spoiled; buy another.', { age: 3 })
      : Object.assign(new TypeError('oops'), { code: 'ENOENT' })
  },
  die: async () => process.exit(3),
  crash: () => new Promise(() => setImmediate(() => {
    throw new TypeError('nobody catches this')
  })),
})
