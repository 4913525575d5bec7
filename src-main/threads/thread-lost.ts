import { SilhouetteError } from '#shared/errors/silhouette-error'

/** A worker thread ended in the middle of its work: out of memory, or a native crash. */
export class ThreadLost extends SilhouetteError {
  readonly code = 'THREAD_LOST'

  constructor(cause?: unknown) {
    super(
      `A worker of Silhouette stopped in the middle of its work${cause instanceof Error
        ? ` (${cause.message})`
        : ''}. `
        + 'Nothing finished is lost; start the work again. If it stops again, close other programs to free memory.',
      {},
      cause,
    )
  }
}
