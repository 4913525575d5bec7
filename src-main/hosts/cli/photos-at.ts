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
  const asked = paths.map(path => ({ path, inside: insideFolder(library?.folder ?? '', path) }))
  const meant = photosByPlace(photos, new Set(asked.map(({ inside }) => inside)))
  const found = new Set<NamedPhoto>()
  for (const { path, inside } of asked) {
    const its = inside === undefined
      ? undefined
      : meant.get(inside)
    if (!its)
      throw new Unknown('photo', path)
    its.forEach(photo => found.add(photo))
  }
  return [...found]
}

/** The photos at each of the places asked for, files or folders: one look at every photo, however many are asked for. */
function photosByPlace(photos: readonly NamedPhoto[], asked: ReadonlySet<string | undefined>): Map<string, NamedPhoto[]> {
  const byPlace = new Map<string, NamedPhoto[]>()
  for (const photo of photos) {
    for (const place of placesOf(photo)) {
      if (!asked.has(place))
        continue
      const its = byPlace.get(place)
      if (its)
        its.push(photo)
      else
        byPlace.set(place, [photo])
    }
  }
  return byPlace
}

/** The library's folder, the folders a photo lies in, and its own path. */
function* placesOf({ path }: NamedPhoto): Generator<string> {
  yield ''
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
    yield path.slice(0, end)
  yield path
}
