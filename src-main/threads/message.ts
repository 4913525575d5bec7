import type { ErrorReport } from '#shared/errors/silhouette-error'

/** What a caller sends to a thread. `data` may hold typed arrays; those named in the transfer list are moved. */
export type CallerMessage
  = | { kind: 'call', id: number, job: string, data: unknown }
    | { kind: 'abort', id: number }

/** What a thread answers. A job ends with exactly one `result` or `error`. */
export type ThreadMessage
  = | { kind: 'progress', id: number, data: unknown }
    | { kind: 'result', id: number, data: unknown }
    | { kind: 'error', id: number, report: ErrorReport, usage: boolean }

/** One job a thread can do: what goes in, what it reports on the way, what comes out. */
export interface Job<Input = unknown, Progress = unknown, Result = unknown> {
  input: Input
  progress: Progress
  result: Result
}

/** The jobs of a thread by name. */
export type Jobs = Record<string, Job<any, any, any>>
