import { SilhouetteError } from '#shared/errors/silhouette-error'

/** The command line does not make sense. */
export class UsageError extends SilhouetteError {
  readonly code = 'USAGE'
  override readonly usage = true

  constructor(problem: string, command?: string) {
    super(`${problem} See: silhouette ${command
      ? `${command} `
      : ''}--help`, { command })
  }
}

/** A number given as text. @throws USAGE when it is none, or out of bounds */
export function numberFrom(text: string | undefined, name: string, { least = -Infinity, most = Infinity, whole = false } = {}): number | undefined {
  if (text === undefined)
    return undefined
  const value = text.trim() === ''
    ? Number.NaN
    : Number(text)
  if (!Number.isFinite(value) || value < least || value > most || (whole && !Number.isInteger(value))) {
    throw new UsageError(`--${name} takes ${whole ? 'a whole number' : 'a number'}${Number.isFinite(least)
      ? ` from ${least}`
      : ''}${Number.isFinite(most)
      ? ` to ${most}`
      : ''}, not ${text}.`)
  }
  return value
}
