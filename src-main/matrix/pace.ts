import { setImmediate } from 'node:timers/promises'
import { Cancelled } from '#shared/errors/cancelled'

/**
 * Lets long work on a thread stop to hear its messages. Await the function it gives between two pieces of work of a
 * few milliseconds; when 40 ms have gone by it lets the event loop turn once, otherwise it costs next to nothing.
 * @throws CANCELLED from the function, when the signal has fired
 */
export function pace(work: string, signal?: AbortSignal): () => Promise<void> {
  let rested = performance.now()
  return async () => {
    if (performance.now() - rested > 40) {
      await setImmediate()
      rested = performance.now()
    }
    if (signal?.aborted)
      throw new Cancelled(work)
  }
}
