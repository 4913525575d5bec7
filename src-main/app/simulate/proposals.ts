import type { SimulatedUser } from '#main/app/simulate/simulated-user'
import type { Strategy } from '#main/app/simulate/strategy'
import { uint32Of } from '#shared/contract/blobs'

/** Of the photos taken from a row, so many are of the kind named; the rest are swept along. */
const pure = 0.95
/** Learn is pressed again when so many times more photos are labelled than the last time. */
const growth = 1.25
/** And first with so many. */
const firstLearn = 20

/**
 * Looks through the rows that the page proposes, takes from one as many photos from the start as are mostly of one
 * kind, and names them: the row where most photos come right, which their thumbnails and suggestions show.
 */
export function proposals(): Strategy {
  let learntWith = firstLearn / growth
  return {
    id: 'proposals',
    title: 'What the page proposes next',
    async next(user, { seed }) {
      const now = await user.look()
      if (now.labelled >= learntWith * growth) {
        learntWith = now.labelled
        await user.learn(seed)
      }
      const seen = await user.look()
      let best: { photos: Uint32Array, name: string, gain: number } | undefined
      for (const { photos } of await user.core.labels.propose()) {
        const taken = takeFrom(await uint32Of(photos), user, seen.names)
        if (!best || taken.gain > best.gain)
          best = taken
      }
      if (!best)
        return false
      await user.label(best.photos, best.name)
      return true
    },
  }
}

/** The longest start of a row that is pure enough and ends with the kind it starts with, and how many photos it puts right. */
function takeFrom(row: Uint32Array, { truth }: SimulatedUser, names: ReadonlyMap<number, string | undefined>): { photos: Uint32Array, name: string, gain: number } {
  const name = truth.get(row[0])!
  let alike = 0
  let length = 1
  row.forEach((photo, at) => {
    if (truth.get(photo) === name && ++alike >= pure * (at + 1))
      length = at + 1
  })
  const photos = row.subarray(0, length)
  const before = photos.reduce((sum, photo) => sum + (truth.get(photo) === names.get(photo) ? 1 : 0), 0)
  const after = photos.reduce((sum, photo) => sum + (truth.get(photo) === name ? 1 : 0), 0)
  return { photos, name, gain: after - before }
}
