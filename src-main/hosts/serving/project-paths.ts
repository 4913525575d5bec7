import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder that holds package.json: of the checkout, or of the installed copy. This file lies three folders below
 * it as a source and two as part of the build in `out/main`.
 */
export function projectRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  return import.meta.url.endsWith('.ts')
    ? join(here, '..', '..', '..')
    : join(here, '..', '..')
}

/** The built page. */
export function pageFolder(): string {
  return join(projectRoot(), 'out', 'renderer')
}
