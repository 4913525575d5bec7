import type { CallerMessage, Jobs, ThreadMessage } from '#main/threads/message'
import type { ErrorReport } from '#shared/errors/silhouette-error'
import { Worker } from 'node:worker_threads'
import { ReportedError } from '#main/threads/reported-error'
import { ThreadLost } from '#main/threads/thread-lost'
import { Cancelled } from '#shared/errors/cancelled'

/** What a caller may pass beside a job's input. */
export interface CallOptions<Progress> {
  signal?: AbortSignal
  onProgress?: (data: Progress) => void
  /** Buffers to move instead of copying; the caller's arrays over them are empty afterwards. */
  transfer?: ArrayBuffer[]
}

/** How long a thread that is closed may take to end what it is at. */
const mostWaitedMs = 10_000

interface Pending {
  worker: Worker
  answer: Promise<unknown>
  resolve: (data: any) => void
  reject: (error: unknown) => void
  onProgress?: (data: any) => void
}

/**
 * A worker thread and the calls under way in it. It starts with the first call; when it dies, every call under way
 * fails with THREAD_LOST and the next call starts a fresh one.
 */
export class Thread<J extends Jobs> {
  readonly #entry: URL
  readonly #pending = new Map<number, Pending>()
  #worker: Worker | undefined
  #lastId = 0

  constructor(entry: URL) {
    this.#entry = entry
  }

  /**
   * Does one job in the thread.
   * @throws CANCELLED when the signal fires, THREAD_LOST when the thread dies, and whatever coded error the job threw
   */
  async call<Name extends keyof J & string>(
    job: Name,
    data: J[Name]['input'],
    { signal, onProgress, transfer = [] }: CallOptions<J[Name]['progress']> = {},
  ): Promise<J[Name]['result']> {
    if (signal?.aborted)
      throw new Cancelled(job)
    const worker = this.#started()
    const id = ++this.#lastId
    const abort = (): void => worker.postMessage({ kind: 'abort', id } satisfies CallerMessage)
    try {
      const { promise, resolve, reject } = Promise.withResolvers<J[Name]['result']>()
      this.#pending.set(id, { worker, answer: promise, resolve, reject, onProgress })
      signal?.addEventListener('abort', abort, { once: true })
      worker.postMessage({ kind: 'call', id, job, data } satisfies CallerMessage, transfer)
      return await promise
    }
    finally {
      signal?.removeEventListener('abort', abort)
      this.#pending.delete(id)
      if (this.#pending.size === 0)
        this.#worker?.unref()
    }
  }

  /**
   * Stops the thread. Calls under way are told to give up and waited for a while, as a thread that is stopped inside
   * native code takes the whole process with it; what still runs then fails with THREAD_LOST.
   */
  async close(): Promise<void> {
    for (const [id, { worker }] of this.#pending)
      worker.postMessage({ kind: 'abort', id } satisfies CallerMessage)
    await Promise.race([
      Promise.allSettled([...this.#pending.values()].map(({ answer }) => answer)),
      new Promise(resolve => setTimeout(resolve, mostWaitedMs).unref()),
    ])
    await this.#worker?.terminate()
  }

  #started(): Worker {
    if (this.#worker) {
      this.#worker.ref()
      return this.#worker
    }
    const worker = new Worker(this.#entry)
    worker.on('message', (message: ThreadMessage) => this.#receive(message))
    worker.on('error', cause => this.#lose(worker, cause))
    worker.on('exit', () => this.#lose(worker))
    this.#worker = worker
    return worker
  }

  #receive(message: ThreadMessage): void {
    const call = this.#pending.get(message.id)
    if (message.kind === 'progress')
      call?.onProgress?.(message.data)
    else if (message.kind === 'result')
      call?.resolve(message.data)
    else
      call?.reject(errorOf(message.report, message.usage))
  }

  #lose(worker: Worker, cause?: unknown): void {
    if (this.#worker === worker)
      this.#worker = undefined
    // A fresh one may be at work by now: a worker says twice that it is lost, by its error and by its exit.
    for (const call of this.#pending.values()) {
      if (call.worker === worker)
        call.reject(new ThreadLost(cause))
    }
  }
}

function errorOf(report: ErrorReport, usage: boolean): Error {
  return report.code === 'CANCELLED'
    ? new Cancelled(String(report.data.work ?? 'The work'))
    : new ReportedError(report, usage)
}
