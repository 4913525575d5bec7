import type { Core } from '#shared/contract/contract'
import type { PhotoId } from '#shared/domain/ids'
import { Unknown } from '#main/app/app-errors'
import { insideFolder } from '#main/app/inside-folder'

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
    const inside = insideFolder(library?.folder ?? '', path)
    const meant = photos.filter(photo => inside === '' || photo.path === inside || photo.path.startsWith(`${inside}/`))
    if (inside === undefined || meant.length === 0)
      throw new Unknown('photo', path)
    meant.forEach(photo => found.set(photo.id, photo))
  }
  return [
    ...found.values(),
  ]
}
