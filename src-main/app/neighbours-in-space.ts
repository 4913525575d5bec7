import type { CoreContext } from '#main/app/core-context'
import type { Neighbours } from '#main/matrix/neighbours'
import type { SpaceVectors } from '#main/store/vectors'
import { nearestOf } from '#main/matrix/neighbours'

interface Known {
  k: number
  neighbours: Promise<Neighbours>
}

const known = new WeakMap<SpaceVectors, Known>()

/** As many as most askers want, so that one search serves them all. */
const atLeast = 15

/** The k nearest photos of each photo in a space, worked out once for as long as its vectors stay as they are. */
export async function neighboursInSpace(core: CoreContext, of: SpaceVectors, k: number, signal?: AbortSignal): Promise<Neighbours> {
  let found = known.get(of)
  if (!found || found.k < k) {
    const wanted = Math.max(k, atLeast)
    found = {
      k: wanted,
      neighbours: core.onnx.call('neighbours', { space: of.vectors, k: wanted }, { signal }),
    }
    const here = found
    found.neighbours.catch(() => known.get(of) === here && known.delete(of))
    known.set(of, found)
  }
  return nearestOf(await found.neighbours, k)
}
