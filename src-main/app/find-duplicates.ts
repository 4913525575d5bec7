import type { Candidate } from '#main/app/best-of'
import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { BestReason, Found } from '#shared/contract/find'
import type { PhotoId } from '#shared/domain/ids'
import { NothingEmbedded } from '#main/app/app-errors'
import { backboneOf } from '#main/app/backbone-in-use'
import { bestOf } from '#main/app/best-of'
import { libraryOf } from '#main/app/core-context'
import { fewAtATime } from '#main/app/few-at-a-time'
import { likenessVectors } from '#main/app/likeness-vectors'
import { neighboursInSpace } from '#main/app/neighbours-in-space'
import { thumbnails } from '#main/app/photo-pictures'
import { headTap } from '#main/backbones/backbone'
import { DisjointSets } from '#main/cluster/disjoint-sets'
import { sharpness } from '#main/photos/sharpness'
import { knownFiles, photoById } from '#main/store/photos'
import { spaces } from '#main/store/spaces'
import { countVectors } from '#main/store/vectors'

/** Photos that are the same, or all but the same. */
export interface DuplicateGroup {
  exact: boolean
  /** Distances are to the group's first photo's nearest other; 0 for the same file. */
  photos: Found[]
  /** The one to keep, and why. */
  best: PhotoId
  because: BestReason
}

/**
 * How near two photos are in a tap's likeness when they are the same picture, scaled, recompressed, brightened or
 * slightly cropped. Measured on 364 photos and altered copies of 44 of them: copies lie at 0.18 to 0.79, half of them
 * below 0.4; of two different photos none lies nearer than 0.92.
 */
const nearDuplicate = 0.6

/** More copies of one picture than this are still found, as copies of copies. */
const compared = 15

/** Groups of the same file by content, and of photos that look all but the same to the backbone itself. @throws NOTHING_EMBEDDED */
export async function findDuplicates(core: CoreContext, signal?: AbortSignal): Promise<DuplicateGroup[]> {
  const library = libraryOf(core)
  const files = (await knownFiles(library.db)).filter(({ missing }) => !missing)
  const paths = new Map<number, string>(files.map(({ id, path }) => [id, path]))
  const found = (id: number, distance: number): Found => ({
    photo: id as PhotoId,
    path: paths.get(id)!,
    distance,
  })

  const same = [
    ...Map.groupBy(files.filter(({ hash }) => hash !== ''), ({ hash }) => hash).values(),
  ].filter(group => group.length > 1)
  const twinOf = new Map<number, number>(same.flatMap(([first, ...others]) => others.map(({ id }) => [id, first.id] as const)))
  const withBest = async (exact: boolean, photos: Found[]): Promise<DuplicateGroup> => ({ exact, photos, ...bestOf(await candidates(core, library, exact, photos)) })
  const exact = await Promise.all(same.map(group => withBest(true, group.map(({ id }) => found(id, 0)))))

  const own = spaces(library.db).filter(({ run, backbone }) => run === null && backbone === backboneOf(library))
  if (own.length === 0)
    throw new NothingEmbedded()
  // In a learnt space, photos of one label lie as near as copies do.
  const layer = own.find(({ id, tap }) => tap !== headTap && countVectors(library.db, id) > 0)
  if (!layer)
    return exact
  const space = await likenessVectors(library, layer)
  const { k, indices, distances } = await neighboursInSpace(core, space, compared, signal)
  const sets = new DisjointSets(space.photos.length)
  const nearest = new Float32Array(space.photos.length).fill(Infinity)
  for (let i = 0; i < space.photos.length; i++) {
    for (let at = i * k; at < (i + 1) * k && distances[at] < nearDuplicate; at++) {
      if (twinOf.has(space.photos[i]) || twinOf.has(space.photos[indices[at]]))
        continue
      nearest[i] = Math.min(nearest[i], distances[at])
      sets.join(i, indices[at])
    }
  }
  const near: DuplicateGroup[] = []
  const groups = Map.groupBy(space.photos.keys(), row => sets.find(row))
  for (const rows of [...groups.values()].filter(({ length }) => length > 1)) {
    signal?.throwIfAborted()
    near.push(await withBest(false, rows.map(row => found(space.photos[row], nearest[row]))))
  }
  return [
    ...exact,
    ...near,
  ]
}

/** Thumbnails held at a time: a group may be a time-lapse of thousands. */
const measuredAtOnce = 8

/** Copies of one file are equally sharp, so that only others have to be measured. */
async function candidates(core: CoreContext, library: OpenLibrary, exact: boolean, photos: readonly Found[]): Promise<Candidate<PhotoId>[]> {
  return fewAtATime(measuredAtOnce, photos, async ({ photo }) => {
    const { width, height, bytes, modifiedMs } = photoById(library.db, photo)!
    const [jpeg] = exact ? [] : await thumbnails(core, library, [photo])
    return { id: photo, pixels: width * height, bytes, modifiedMs, sharpness: jpeg instanceof Uint8Array ? await sharpness(jpeg) : 0 }
  })
}
