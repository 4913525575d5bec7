import { ORPCError } from '@orpc/client'

/** Whether a call failed on its way to the core, or at its door, and not in it: it may be made again. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError || isRefusal(error)
}

/** Whether the core is there but does not know this page. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ORPCError && (error.status === 401 || error.status === 403)
}
