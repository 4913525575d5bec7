import type { OpenedLibrary } from '#main/hosts/serving/opened-library'
import type { RecentLibrary } from '#shared/contract/library'
import type { ErrorReport } from '#shared/errors/silhouette-error'

/** What the main process tells the core. With `port` comes one end of a channel whose other end a page holds. */
export type ShellMessage
  = | { kind: 'start', home?: string, opened: OpenedLibrary }
    | { kind: 'port' }
    | { kind: 'open', opened: OpenedLibrary }
    | { kind: 'close' }

/** What the core tells the main process. */
export type CoreMessage
  /** The core can't work at all. */
  = | { kind: 'failed', report: ErrorReport }
  /** It works, but could not open what it was asked to. */
    | { kind: 'not-opened', report: ErrorReport }
    | { kind: 'library', opened: OpenedLibrary, recent: RecentLibrary[] }
