import type { Database } from 'better-sqlite3'
import { prepared } from '#main/store/prepared'

/** The label of each labelled photo that is there: ids of photos, rising, and of their labels. */
export interface Assignments {
  photos: Uint32Array
  labels: Uint32Array
}

export function assignments(db: Database): Assignments {
  const rows = prepared<[number, number]>(db, `SELECT photo_id, label_id FROM assignment JOIN photo ON photo.id = photo_id
    WHERE missing = 0 ORDER BY photo_id`).raw().all() as [number, number][]
  const photos = new Uint32Array(rows.length)
  const labels = new Uint32Array(rows.length)
  rows.forEach(([photo, label], i) => {
    photos[i] = photo
    labels[i] = label
  })
  return { photos, labels }
}

/** Label ids of the photos given, in their order, 0 where there is none. */
export function labelsOf(db: Database, photos: ArrayLike<number>): Uint32Array {
  const one = prepared<number>(db, 'SELECT label_id FROM assignment WHERE photo_id = ?').pluck()
  const found = new Uint32Array(photos.length)
  for (let i = 0; i < photos.length; i++)
    found[i] = (one.get(photos[i]) as number | undefined) ?? 0
  return found
}

/** Gives each photo its label, 0 takes it away. Call it inside a transaction. */
export function assign(db: Database, photos: ArrayLike<number>, labels: ArrayLike<number>): void {
  const put = prepared(db, `INSERT INTO assignment (photo_id, label_id) VALUES (?, ?)
    ON CONFLICT DO UPDATE SET label_id = excluded.label_id`)
  const take = prepared(db, 'DELETE FROM assignment WHERE photo_id = ?')
  for (let i = 0; i < photos.length; i++) {
    if (labels[i])
      put.run(photos[i], labels[i])
    else
      take.run(photos[i])
  }
}

export function countAssignments(db: Database): number {
  return prepared<number>(db, 'SELECT count(*) FROM assignment JOIN photo ON photo.id = photo_id WHERE missing = 0').pluck().get() as number
}

/** Photos that have a label, rising ids. */
export function photosOfLabel(db: Database, label: number): Uint32Array {
  return Uint32Array.from(prepared<number>(db, 'SELECT photo_id FROM assignment WHERE label_id = ? ORDER BY photo_id').pluck().all(label) as number[])
}
