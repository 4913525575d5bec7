import type { LibraryChange } from '#shared/contract/library'
import type { Connection } from './connect-core'
import { backOff } from './back-off'
import { isRefusal } from './is-unreachable'

/** How the page stands with the core. `refused`: the core is there but does not know this page. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'refused'

export interface WatchListeners {
  /** A stream has begun: whatever was fetched before may be out of date. */
  begun: () => void
  changed: (change: LibraryChange) => void
  state: (state: ConnectionState) => void
}

/** Follows the library's changes until aborted; when the stream ends or fails it is begun again, ever more patiently. */
export async function watchLibrary(connection: Connection, listeners: WatchListeners, signal: AbortSignal, wait = pause): Promise<void> {
  let attempt = 0
  listeners.state('connecting')
  while (!signal.aborted) {
    const stream = new AbortController()
    const stop = (): void => stream.abort()
    const forget = connection.onCut(stop)
    signal.addEventListener('abort', stop)
    try {
      const changes = await connection.core.library.watch(undefined, { signal: stream.signal })
      let begun = false
      for await (const change of untilAborted(changes, stream.signal)) {
        if (!begun) {
          begun = true
          attempt = 0
          listeners.state('open')
          listeners.begun()
          // It says no more than that: whoever begins asks for all there is.
          continue
        }
        listeners.changed(change)
      }
      if (!signal.aborted)
        listeners.state('lost')
    }
    catch (error) {
      if (!signal.aborted) {
        listeners.state(isRefusal(error)
          ? 'refused'
          : 'lost')
      }
    }
    finally {
      forget()
      signal.removeEventListener('abort', stop)
      stream.abort()
    }
    if (!signal.aborted)
      await wait(backOff(attempt++), signal)
  }
}

/** A stream over a port that was cut never ends by itself, so that the abort has to end it. */
async function* untilAborted<T>(stream: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const steps = stream[Symbol.asyncIterator]()
  const aborted = new Promise<IteratorReturnResult<undefined>>((resolve) => {
    signal.addEventListener('abort', () => resolve({ done: true, value: undefined }), { once: true })
  })
  while (!signal.aborted) {
    const step = await Promise.race([
      steps.next(),
      aborted,
    ])
    if (step.done)
      return
    yield step.value
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    }, { once: true })
  })
}
