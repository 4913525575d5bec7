import type { OpenLibrary } from '#main/app/open-library'
import type { SpaceRow } from '#main/store/spaces'
import type { SpaceVectors } from '#main/store/vectors'
import { headTap } from '#main/backbones/backbone'
import { centredDirections } from '#main/matrix/centred-directions'

const known = new WeakMap<SpaceVectors, Promise<SpaceVectors>>()

/**
 * The vectors of a space as likeness is measured by: a tap's directions from the library's mean, a learnt space as it
 * is. What all photos of a library have in common says nothing of which are alike.
 */
export async function likenessVectors(library: OpenLibrary, space: SpaceRow): Promise<SpaceVectors> {
  const of = await library.vectorsOf(space)
  if (space.run !== null || space.tap === headTap)
    return of
  let likeness = known.get(of)
  if (!likeness) {
    likeness = centredDirections(of.vectors).then(vectors => ({ ...of, vectors }))
    known.set(of, likeness)
  }
  return likeness
}
