import { ORPCError } from '@orpc/server'
import { reportOf, SilhouetteError } from '#shared/errors/silhouette-error'

/** A failure as one line: `error CODE: what happened and what to do`. */
export function lineOf(error: unknown): string {
  const { code, message } = missingArgument(error) ?? reportOf(error)
  return `error ${code}: ${message.replaceAll(/\s*\n\s*/g, ' ')}`
}

/** 2 where the command was used wrongly, 1 where the work failed. */
export function exitStatusOf(error: unknown): 1 | 2 {
  if (error instanceof SilhouetteError)
    return error.usage ? 2 : 1
  if (error instanceof ORPCError) {
    return error.status === 400
      ? 2
      : 1
  }
  return missingArgument(error)
    ? 2
    : 1
}

/** citty's own complaint about a word that is missing. */
function missingArgument(error: unknown): { code: string, message: string } | undefined {
  const isCli = error instanceof Error && error.name === 'CLIError'
  return isCli
    ? { code: 'USAGE', message: `${error.message.replace(/\.$/, '')}. See: silhouette --help` }
    : undefined
}
