import type { Database } from 'better-sqlite3'
import { jsonOf } from '#main/store/arrays'
import { prepared } from '#main/store/prepared'

/** The label of each labelled photo that is there: ids of photos, rising, and of their labels. */
export interface Assignments {
  photos: Uint32Array
  labels: Uint32Array
}

export function assignments(db: Database): Assignments {
  // A column at a time: rows of two would each be an object of their own, and take three times as long.
  const column = (name: string): Uint32Array => new Uint32Array(prepared<number>(db, `SELECT ${name} FROM assignment
    JOIN photo ON photo.id = photo_id WHERE missing = 0 ORDER BY photo_id`).pluck().all() as number[])
  return db.transaction(() => ({ photos: column('photo_id'), labels: column('label_id') }))()
}

/** Label ids of the photos given, in their order, 0 where there is none. */
export function labelsOf(db: Database, photos: ArrayLike<number>): Uint32Array {
  if (prepared<number>(db, 'SELECT NOT EXISTS (SELECT 1 FROM assignment)').pluck().get() === 1)
    return new Uint32Array(photos.length)
  const rows = prepared<[number, number]>(db, 'SELECT key, label_id FROM json_each(?) JOIN assignment ON photo_id = value')
    .raw()
    .all(jsonOf(photos)) as [number, number][]
  const found = new Uint32Array(photos.length)
  for (const [at, label] of rows)
    found[at] = label
  return found
}

/** Gives each photo its label, 0 takes it away; of a photo named twice the last counts. Call it inside a transaction. */
export function assign(db: Database, photos: ArrayLike<number>, labels: ArrayLike<number>): void {
  for (const [label, its] of photosByLabel(photos, labels)) {
    if (label === 0) {
      prepared(db, 'DELETE FROM assignment WHERE photo_id IN (SELECT value FROM json_each(?))').run(jsonOf(its))
    }
    else {
      prepared(db, `INSERT INTO assignment (photo_id, label_id) SELECT value, ? FROM json_each(?) WHERE true
        ON CONFLICT DO UPDATE SET label_id = excluded.label_id`).run(label, jsonOf(its))
    }
  }
}

function photosByLabel(photos: ArrayLike<number>, labels: ArrayLike<number>): Map<number, number[]> {
  const labelOf = new Map<number, number>()
  for (let at = 0; at < photos.length; at++)
    labelOf.set(photos[at], labels[at])
  return Map.groupBy(labelOf.keys(), photo => labelOf.get(photo)!)
}

export function countAssignments(db: Database): number {
  return prepared<number>(db, 'SELECT count(*) FROM assignment JOIN photo ON photo.id = photo_id WHERE missing = 0').pluck().get() as number
}

/** Photos that have a label, rising ids. */
export function photosOfLabel(db: Database, label: number): Uint32Array {
  return Uint32Array.from(prepared<number>(db, 'SELECT photo_id FROM assignment WHERE label_id = ? ORDER BY photo_id').pluck().all(label) as number[])
}
