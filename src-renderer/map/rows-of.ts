import { rowIn } from './row-in'

const known = new WeakMap<Uint32Array, { ids: Uint32Array, rows: Int32Array }>()

/**
 * The row of each of `photos` among rising `ids`, −1 for one that isn't there. Neither list may change afterwards: many
 * ask the same of what is selected, and all but the first are told what is known.
 */
export function rowsOf(ids: Uint32Array, photos: Uint32Array): Int32Array {
  const before = known.get(photos)
  if (before?.ids === ids)
    return before.rows
  const rows = new Int32Array(photos.length)
  // Photos mostly come in rising order, each right after the one before.
  let next = 0
  for (let at = 0; at < photos.length; at++) {
    const row = ids[next] === photos[at] ? next : rowIn(ids, photos[at], 0, ids.length)
    rows[at] = row
    next = row + 1
  }
  known.set(photos, { ids, rows })
  return rows
}
