/**
 * Turns many requests for the same work into few runs: one at a time, at least `apart` ms between two starts, and
 * always one that starts after the last request. The promise ends with the run that answers the request.
 */
export function coalesce(work: () => Promise<void>, apart = 0): () => Promise<void> {
  let next: Promise<void> | null = null
  let settled: Promise<void> = Promise.resolve()
  let startedAt = -Infinity

  return function request(): Promise<void> {
    if (next)
      return next
    const run = settled.then(rest).then(() => {
      next = null
      startedAt = performance.now()
      return work()
    })
    next = run
    settled = run.catch(() => {})
    return run
  }

  async function rest(): Promise<void> {
    const left = startedAt + apart - performance.now()
    if (left > 0)
      await new Promise(resolve => setTimeout(resolve, left))
  }
}
