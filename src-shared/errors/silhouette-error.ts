/** What crosses a process when a call fails: nothing but this. */
export interface ErrorReport {
  code: string
  message: string
  data: Record<string, unknown>
}

/**
 * The root of every failure Silhouette expects. A subclass stands for one failure, has one stable `code`, and a
 * message that says what happened and what to do next. `usage` is true where the caller asked for something that
 * cannot be (exit status 2), false where the work itself failed (exit status 1).
 */
export abstract class SilhouetteError extends Error {
  abstract readonly code: string
  readonly usage: boolean = false
  readonly data: Record<string, unknown>

  constructor(message: string, data: Record<string, unknown> = {}, cause?: unknown) {
    super(message, cause === undefined
      ? undefined
      : { cause })
    this.name = new.target.name
    this.data = data
  }

  /** The part of the error that may leave the process. */
  report(): ErrorReport {
    return { code: this.code, message: this.message, data: this.data }
  }
}

/** What the system and SQLite say where there is no room left. */
const noRoom = new Set<unknown>(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])

/** Turns anything thrown into a report; a full disk has a code of its own, and what is not ours becomes `INTERNAL`, with its message kept. */
export function reportOf(thrown: unknown): ErrorReport {
  if (thrown instanceof SilhouetteError)
    return thrown.report()
  if (isAnswer(thrown))
    return { code: thrown.code, message: thrown.message, data: thrown.data ?? {} }
  if (thrown instanceof Error && 'code' in thrown && noRoom.has(thrown.code))
    return { code: 'DISK_FULL', message: 'There is no room left on the disk. Make some and do it again; what was finished before is kept.', data: {} }
  const message = thrown instanceof Error
    ? thrown.message
    : String(thrown)
  return { code: 'INTERNAL', message: `Something went wrong inside Silhouette: ${message}`, data: {} }
}

/** Whether the caller asked for something that cannot be, rather than that the work failed. */
export function isUsage(thrown: unknown): boolean {
  return thrown instanceof SilhouetteError && thrown.usage
}

/**
 * Whether it is what a call of the contract failed with, an `ORPCError`: known by its parts, so that no thread need load
 * oRPC. Errors of the system and of SQLite have codes too, but no status.
 */
function isAnswer(thrown: unknown): thrown is ErrorReport & Error {
  return thrown instanceof Error
    && 'code' in thrown && typeof thrown.code === 'string'
    && 'status' in thrown && typeof thrown.status === 'number'
    && 'defined' in thrown && typeof thrown.defined === 'boolean'
}
