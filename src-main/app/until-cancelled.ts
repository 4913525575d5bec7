import { Cancelled } from '#shared/errors/cancelled'

/** Work that who cancels is not made to wait for: it ends by itself, or is shared with others. @throws CANCELLED, and what the work throws */
export async function untilCancelled<T>(work: Promise<T>, name: string, signal?: AbortSignal): Promise<T> {
  work.catch(() => {})
  if (signal?.aborted)
    throw new Cancelled(name)
  let stop: () => void = () => {}
  const cancelled = new Promise<never>((_, reject) => {
    stop = () => reject(new Cancelled(name))
    signal?.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, cancelled])
  }
  finally {
    signal?.removeEventListener('abort', stop)
  }
}
