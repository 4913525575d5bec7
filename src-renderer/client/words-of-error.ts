import type { ErrorReport } from '#shared/errors/silhouette-error'
import { ORPCError } from '@orpc/client'
import { t } from '../words/t'

/** A failure as a person reads it. */
export interface FailureWords {
  text: string
  /** The stable code, to be quoted when asking for help; null where there is none. */
  code: string | null
}

/** Codes of what nobody foresaw: the core's by its own name, and oRPC's. */
const unforeseen = ['INTERNAL', 'INTERNAL_SERVER_ERROR']

/** Says what went wrong: the core's own message where it gave one, else what the page knows. */
export function wordsOfError(error: unknown): FailureWords {
  if (error instanceof ORPCError) {
    if (error.status === 401 || error.status === 403)
      return { text: t('page.refused'), code: error.code }
    return wordsOfReport(error)
  }
  if (error instanceof TypeError)
    return { text: t('errors.unreachable'), code: 'UNREACHABLE' }
  return { text: error instanceof Error ? error.message : String(error), code: null }
}

/** The same for a failure that long work reports. What only a programmer can read stands small, behind the code. */
export function wordsOfReport({ code, message }: Pick<ErrorReport, 'code' | 'message'>): FailureWords {
  if (!unforeseen.includes(code))
    return { text: message, code }
  return { text: t('errors.unforeseen'), code: `${code}: ${message}` }
}
