import type { Matrix } from '#main/matrix/matrix'
import type { Neighbours } from '#main/matrix/neighbours'
import type { ProjectionMethod } from '#main/project/projection'
import { alignProjection } from '#main/project/align-projection'
import { levelProjection } from '#main/project/level-projection'
import { normaliseProjection } from '#main/project/normalise-projection'
import { placeNewPhotos } from '#main/project/place-new-photos'

export interface ProjectSpaceInput {
  space: Matrix
  /** The nearest photos in the space, at least as many as the method asks for. */
  neighbours: Neighbours
  /** [N, 2] The last map, in standard units; NaN for a photo that was not on it. */
  previous?: Float32Array
  seed: number
  /** Less care for less time. */
  draft?: boolean
  signal?: AbortSignal
  /** The map as it stands, in the units and bearings of the finished one, and the share of the work done. */
  onProgress?: (coordinates: Float32Array, done: number) => void
}

/**
 * A map of a space in standard units, `[N, 2] float32`: started from the last map where there is one, and turned so that
 * photos stay about where they were; a first one is turned to be wide.
 * @throws CANCELLED, and what the method throws
 */
export async function projectSpace(method: ProjectionMethod, input: ProjectSpaceInput): Promise<Float32Array> {
  const { space, neighbours, previous, seed, draft, signal, onProgress } = input
  const known = previous?.some(Number.isFinite)
    ? previous
    : undefined
  const finish = (coordinates: Float32Array): Float32Array => {
    return known
      ? alignProjection(normaliseProjection(coordinates), known)
      : normaliseProjection(levelProjection(coordinates))
  }
  const coordinates = await method.project({
    space,
    neighbours,
    initial: known && placeNewPhotos(known, neighbours),
    seed,
    draft,
    signal,
    onProgress: onProgress && ((so, done) => onProgress(finish(so), done)),
  })
  return finish(coordinates)
}
