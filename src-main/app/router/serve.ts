import type { CoreContext } from '#main/app/core-context'
import { implement, ORPCError } from '@orpc/server'
import { contract } from '#shared/contract/contract'
import { isUsage, reportOf } from '#shared/errors/silhouette-error'

/** What the router's handlers are given with every call. */
export interface CallContext {
  core: CoreContext
}

/**
 * The contract, ready to be given handlers. Whatever coded error a handler throws leaves with its code, its message
 * and its data; anything else leaves as INTERNAL, and is printed where the core runs.
 */
export const serve = implement(contract)
  .$context<CallContext>()
  .use(async ({ next }) => {
    try {
      return await next()
    }
    catch (error) {
      throw asOrpcError(error)
    }
  })

function asOrpcError(error: unknown): ORPCError<string, unknown> {
  if (error instanceof ORPCError)
    return error
  const { code, message, data } = reportOf(error)
  if (code === 'INTERNAL')
    console.error(error)
  return new ORPCError(code, {
    status: isUsage(error) ? 400 : 500,
    message,
    data,
    cause: error,
  })
}
