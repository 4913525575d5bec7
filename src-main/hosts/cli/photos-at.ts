import type { Core } from '#shared/contract/contract'
import type { PhotoId } from '#shared/domain/ids'
import { realpathSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import { Unknown } from '#main/app/app-errors'

/** A photo by its id and its path in the library. */
export interface NamedPhoto {
  id: PhotoId
  path: string
}

/** Every photo of the library. */
export async function photosOf(core: Core): Promise<NamedPhoto[]> {
  return core.photos.paths()
}

/** The photos that files and folders, given by absolute path, stand for. @throws UNKNOWN_PHOTO for one that is none */
export async function photosAt(core: Core, paths: readonly string[]): Promise<NamedPhoto[]> {
  const [library, photos] = await Promise.all([
    core.library.current(),
    photosOf(core),
  ])
  const found = new Map<number, NamedPhoto>()
  for (const path of paths) {
    const inside = insideFolder(path, library?.folder ?? '')
    const meant = photos.filter(photo => inside === '' || photo.path === inside || photo.path.startsWith(`${inside}/`))
    if (inside === undefined || meant.length === 0)
      throw new Unknown('photo', path)
    meant.forEach(photo => found.set(photo.id, photo))
  }
  return [
    ...found.values(),
  ]
}

/** A path relative to the library's folder with `/`; undefined where it lies outside. */
function insideFolder(path: string, folder: string): string | undefined {
  const inside = relative(real(folder), real(path))
  return inside.startsWith('..') || isAbsolute(inside)
    ? undefined
    : inside.split(sep).join('/')
}

function real(path: string): string {
  try {
    return realpathSync(path)
  }
  catch {
    return path
  }
}
