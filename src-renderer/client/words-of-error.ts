import type { ErrorReport } from '#shared/errors/silhouette-error'
import { ORPCError } from '@orpc/client'
import { failureWords } from '../words/core-words'
import { t } from '../words/t'
import { isRefusal } from './is-unreachable'

/** A failure as a person reads it. */
export interface FailureWords {
  text: string
  /** The stable code, to be quoted when asking for help; shown only where the pointer rests. Null where there is none. */
  code: string | null
}

/** Codes of what nobody foresaw: the core's by its own name, and oRPC's. */
const unforeseen = ['INTERNAL', 'INTERNAL_SERVER_ERROR']

/** Says what went wrong: in the language of the page where it knows the failure, else in the core's own words. */
export function wordsOfError(error: unknown): FailureWords {
  if (error instanceof ORPCError) {
    if (isRefusal(error))
      return { text: t('page.refused'), code: error.code }
    return wordsOfReport({ code: error.code, message: error.message, data: error.data ?? {} })
  }
  if (error instanceof TypeError)
    return { text: t('errors.unreachable'), code: 'UNREACHABLE' }
  return { text: error instanceof Error ? error.message : String(error), code: null }
}

/** The same for a failure that long work reports. What only a programmer can read stands behind the code. */
export function wordsOfReport({ code, message, data }: ErrorReport): FailureWords {
  if (!unforeseen.includes(code))
    return { text: failureWords(code, data) ?? message, code }
  return { text: t('errors.unforeseen'), code: `${code}: ${message}` }
}
