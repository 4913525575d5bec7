import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client'

/** A way to the core that can be cut and laid anew under the same client. */
export interface CutLink extends ClientLink<ClientContext> {
  /** Calls the listener each time the way is cut; returns how to stop listening. */
  onCut: (listener: () => void) => () => void
  /** Lays a new way; what still waits on the old one fails at once. */
  lay: (way: ClientLink<ClientContext>) => void
}

/** Makes a link whose calls wait for the first way, then go over the one laid last. */
export function cutLink(): CutLink {
  const listeners = new Set<() => void>()
  let waiting: ((way: ClientLink<ClientContext>) => void) | null = null
  let laid = new Promise<ClientLink<ClientContext>>((resolve) => {
    waiting = resolve
  })

  return {
    async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>) {
      const way = await laid
      return await untilCut(way.call(path, input, options))
    },
    onCut(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    lay(way) {
      if (waiting) {
        waiting(way)
        waiting = null
        return
      }
      laid = Promise.resolve(way)
      for (const listener of [...listeners])
        listener()
    },
  }

  async function untilCut<T>(answer: Promise<T>): Promise<T> {
    let stop = (): void => {}
    const cut = new Promise<never>((_resolve, reject) => {
      const cutNow = (): void => reject(new TypeError('The way to the core was cut.'))
      listeners.add(cutNow)
      stop = () => listeners.delete(cutNow)
    })
    try {
      return await Promise.race([answer, cut])
    }
    finally {
      stop()
    }
  }
}
