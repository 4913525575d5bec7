import type { OpenedLibrary } from '#main/hosts/serving/opened-library'
import type { ErrorReport } from '#shared/errors/silhouette-error'

/** What a server needs to start, and to take over from one that died. */
export interface ServerStart extends OpenedLibrary {
  host: string
  port?: number
  /** The data folder; left out: the usual one. */
  home?: string
  /** What sessions are sealed with. */
  secret: string
  /** Tokens not used yet. */
  tokens: string[]
}

/** What the keeper tells the server. */
export type KeeperMessage
  = | { kind: 'start', start: ServerStart }
    | { kind: 'token', token: string }
    | { kind: 'close' }

/** What the server tells its keeper. */
export type ServerMessage
  = | { kind: 'ready', port: number }
    | { kind: 'failed', report: ErrorReport }
    | { kind: 'token-used', token: string }
    | { kind: 'library', opened: OpenedLibrary }
