import type { ArgsDef } from 'citty'

/** What every command takes. */
export const commonArguments = {
  library: { type: 'string', description: 'The library file; by default the one opened last', valueHint: 'FILE' },
  json: { type: 'boolean', description: 'Print one JSON object and nothing else' },
  quiet: { type: 'boolean', description: 'Print no progress' },
} as const satisfies ArgsDef

/** The values of `commonArguments` as a command receives them. */
export interface CommonValues {
  library?: string
  json?: boolean
  quiet?: boolean
}
