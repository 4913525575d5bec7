import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'

/**
 * A path relative to a folder, with `/` between its parts, wherever links lead; undefined where it lies outside. Neither
 * need be there yet.
 */
export function insideFolder(folder: string, path: string): string | undefined {
  const way = relative(real(folder), real(path))
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
    ? undefined
    : way.split(sep).join('/')
}

/** Of what is not there, the nearest folder that is tells. */
function real(path: string): string {
  try {
    return realpathSync.native(path)
  }
  catch {
    const folder = dirname(path)
    return folder === path
      ? path
      : join(real(folder), basename(path))
  }
}
