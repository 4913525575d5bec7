import type { Database } from 'better-sqlite3'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { prepared } from '#main/store/prepared'

const idsAtATime = 10_000

/**
 * What `page` finds of all photos: asked for the ids above one number up to another, some thousands at a time, with a turn
 * of the event loop between, so that no other call waits for a large library.
 */
export async function photosInPages<Found>(db: Database, page: (above: number, upTo: number) => Found[]): Promise<Found[]> {
  const last = prepared<number>(db, 'SELECT coalesce(max(id), 0) FROM photo').pluck().get() as number
  const found: Found[] = []
  for (let above = 0; above < last; above += idsAtATime) {
    found.push(...page(above, above + idsAtATime))
    await nextTurn()
  }
  return found
}
