import type { CoreContext } from '#main/app/core-context'
import type { Neighbours } from '#main/matrix/neighbours'
import type { SpaceVectors } from '#main/store/vectors'
import { untilCancelled } from '#main/app/until-cancelled'
import { nearestOf } from '#main/matrix/neighbours'
import { Cancelled } from '#shared/errors/cancelled'

/** A search that was made or is under way, and how many wait for it. */
interface Search {
  k: number
  neighbours: Promise<Neighbours>
  abort: AbortController
  askers: number
}

const known = new WeakMap<SpaceVectors, Search>()

/** As many as most askers want, so that one search serves them all. */
const atLeast = 15

const work = 'Looking for neighbours'

/**
 * The k nearest photos of each photo in a space, worked out once for as long as its vectors stay as they are. Who
 * cancels is let go at once; the search goes on until nobody waits for it any more.
 */
export async function neighboursInSpace(core: CoreContext, of: SpaceVectors, k: number, signal?: AbortSignal): Promise<Neighbours> {
  if (signal?.aborted)
    throw new Cancelled(work)
  const search = searchIn(core, of, k)
  search.askers++
  try {
    return nearestOf(await untilCancelled(search.neighbours, work, signal), k)
  }
  catch (error) {
    if (search.askers === 1) {
      search.abort.abort()
      forget(of, search)
    }
    throw error
  }
  finally {
    search.askers--
  }
}

function searchIn(core: CoreContext, of: SpaceVectors, k: number): Search {
  const found = known.get(of)
  if (found && found.k >= k)
    return found
  const wanted = Math.max(k, atLeast)
  const abort = new AbortController()
  const neighbours = core.onnx.call('neighbours', { space: of.vectors, k: wanted }, { signal: abort.signal })
  const search = { k: wanted, neighbours, abort, askers: 0 }
  neighbours.catch(() => forget(of, search))
  known.set(of, search)
  return search
}

function forget(of: SpaceVectors, search: Search): void {
  if (known.get(of) === search)
    known.delete(of)
}
