import type { CallerMessage, Jobs, ThreadMessage } from '#main/threads/message'
import { isMainThread, parentPort } from 'node:worker_threads'
import { isUsage, reportOf } from '#shared/errors/silhouette-error'

/** How a job speaks to its caller while it works. */
export interface JobContext<Progress> {
  /** Aborted when the caller gave up; a job looks at it between two steps. */
  signal: AbortSignal
  progress: (data: Progress) => void
}

/** What a job is made of: a function from its input to its result. */
export type JobHandlers<J extends Jobs> = {
  [Name in keyof J]: (input: J[Name]['input'], context: JobContext<J[Name]['progress']>) => Promise<J[Name]['result']>
}

/**
 * Makes this worker thread answer calls for the jobs given. Jobs interleave at their awaits. A thrown error crosses
 * as a report; buffers of typed arrays in a result are moved, not copied.
 */
export function serveJobs<J extends Jobs>(handlers: JobHandlers<J>): void {
  if (isMainThread || !parentPort)
    throw new Error('serveJobs is for worker threads.')
  const port = parentPort
  const running = new Map<number, AbortController>()
  const answer = (message: ThreadMessage): void =>
    port.postMessage(message, message.kind === 'error'
      ? []
      : buffersIn(message.data))

  port.on('message', (message: CallerMessage) => {
    if (message.kind === 'abort') {
      running.get(message.id)?.abort()
      return
    }
    const { id, job, data } = message
    const controller = new AbortController()
    running.set(id, controller)
    const context = {
      signal: controller.signal,
      progress: (progress: unknown) => answer({ kind: 'progress', id, data: progress }),
    }
    Promise.resolve()
      .then(() => handlers[job](data, context))
      .then(result => answer({ kind: 'result', id, data: result }))
      .catch(error => answer({
        kind: 'error',
        id,
        report: reportOf(error),
        usage: isUsage(error),
      }))
      .finally(() => running.delete(id))
  })
}

/** The buffers of all typed arrays in a value, looked for three levels deep, each once. */
export function buffersIn(value: unknown, depth = 3): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  const look = (at: unknown, left: number): void => {
    if (ArrayBuffer.isView(at)) {
      if (at.buffer instanceof ArrayBuffer && at.byteLength === at.buffer.byteLength)
        found.add(at.buffer)
    }
    else if (typeof at === 'object' && at !== null && left > 0) {
      for (const inner of Object.values(at))
        look(inner, left - 1)
    }
  }
  look(value, depth)
  return [...found]
}
