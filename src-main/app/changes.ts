import type { LibraryChange } from '#shared/contract/library'
import { EventPublisher } from '@orpc/server'

/** Tells everyone who watches what changed in the open library. */
export class Changes {
  readonly #publisher = new EventPublisher<{ change: LibraryChange }>({ maxBufferedEvents: 1_000 })

  publish(change: LibraryChange): void {
    this.#publisher.publish('change', change)
  }

  /** The same, for `kinds` without anything more to say. */
  tell(...kinds: Exclude<LibraryChange['kind'], 'task'>[]): void {
    for (const kind of kinds)
      this.publish({ kind })
  }

  /** Changes from now on, until the signal fires. */
  async* watch(signal?: AbortSignal): AsyncGenerator<LibraryChange> {
    const changes = this.#publisher.subscribe('change', { signal })
    yield { kind: 'library' }
    yield* changes
  }

  /** Calls back for each change, at once and in order. @returns how to stop */
  listen(listener: (change: LibraryChange) => void): () => void {
    return this.#publisher.subscribe('change', listener)
  }
}
