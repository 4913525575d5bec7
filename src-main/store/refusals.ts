import type { Database } from 'better-sqlite3'
import { prepared } from '#main/store/prepared'

/** The labels the user refused, by photo. */
export function refusals(db: Database): Map<number, Set<number>> {
  const rows = prepared<[number, number]>(db, 'SELECT photo_id, label_id FROM refusal').raw().all() as [number, number][]
  const byPhoto = new Map<number, Set<number>>()
  for (const [photo, label] of rows)
    byPhoto.set(photo, (byPhoto.get(photo) ?? new Set()).add(label))
  return byPhoto
}

/** Photos that refused a label, rising ids. */
export function photosRefusing(db: Database, label: number): number[] {
  return prepared<number>(db, 'SELECT photo_id FROM refusal WHERE label_id = ? ORDER BY photo_id').pluck().all(label) as number[]
}

/** Call both inside a transaction. */
export function addRefusals(db: Database, photos: ArrayLike<number>, labels: ArrayLike<number>): void {
  const add = prepared(db, 'INSERT INTO refusal (photo_id, label_id) VALUES (?, ?) ON CONFLICT DO NOTHING')
  for (let i = 0; i < photos.length; i++)
    add.run(photos[i], labels[i])
}

export function removeRefusals(db: Database, photos: ArrayLike<number>, labels: ArrayLike<number>): void {
  const remove = prepared(db, 'DELETE FROM refusal WHERE photo_id = ? AND label_id = ?')
  for (let i = 0; i < photos.length; i++)
    remove.run(photos[i], labels[i])
}
