import type { Database } from 'better-sqlite3'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { uint32From } from '#main/store/arrays'
import { prepared } from '#main/store/prepared'

/** Photos of acts read before another call may have its turn. */
const photosAtATime = 50_000

/**
 * The act that gave each of these photos its label: the last one by which it was labelled, or a suggestion accepted. What
 * is done to labels themselves, such as joining two of them, does not count.
 *
 * @param db the library
 * @param photos ids, rising
 * @returns ids of acts, in the order of the photos; 0 where the history does not say
 */
export async function actsOfLabels(db: Database, photos: Uint32Array): Promise<Uint32Array> {
  const last = photos.at(-1) ?? 0
  const actOf = new Uint32Array(last + 1)
  const wanted = new Uint8Array(last + 1)
  for (const photo of photos)
    wanted[photo] = 1
  const before = prepared<{ id: number, photos: Buffer, labels: Buffer }>(db, `SELECT id, photos, labels_after AS labels FROM action
    WHERE id < ? AND undone = 0 AND kind IN ('label', 'accept') ORDER BY id DESC LIMIT 1`)
  let left = photos.length
  let read = 0
  // From the last act back, until all are found: a long history costs no more than a short one.
  for (let act = before.get(Number.MAX_SAFE_INTEGER); act && left > 0; act = before.get(act.id)) {
    const [labelled, given] = [uint32From(act.photos), uint32From(act.labels)]
    for (let at = 0; at < labelled.length; at++) {
      const photo = labelled[at]
      if (photo > last || wanted[photo] === 0)
        continue
      wanted[photo] = 0
      left--
      actOf[photo] = given[at] > 0 ? act.id : 0
    }
    read += given.length
    if (read >= photosAtATime) {
      read = 0
      await nextTurn()
    }
  }
  return Uint32Array.from(photos, photo => actOf[photo])
}
