import type { Database } from 'better-sqlite3'
import type { PhotoId } from '#shared/domain/ids'
import { prepared } from '#main/store/prepared'

/** Remembers that these photos are being read, before it begins: if the process or a thread dies, one of them may be why. */
export function takeOff(db: Database, ids: readonly PhotoId[]): void {
  const take = prepared(db, `INSERT INTO in_flight (photo_id, attempts) VALUES (?, 1)
    ON CONFLICT DO UPDATE SET attempts = attempts + 1`)
  db.transaction(() => ids.forEach(id => take.run(id)))()
}

/** The photo was read, or failed in an orderly way. */
export function land(db: Database, id: PhotoId): void {
  prepared(db, 'DELETE FROM in_flight WHERE photo_id = ?').run(id)
}

/** Photos that were being read when a process or a thread died, with how often that happened. */
export function stranded(db: Database): { id: PhotoId, attempts: number }[] {
  return prepared<{ id: PhotoId, attempts: number }>(db, 'SELECT photo_id AS id, attempts FROM in_flight ORDER BY photo_id').all()
}

/** An orderly end: whatever is still in the air is no suspect. */
export function clearFlights(db: Database): void {
  db.exec('DELETE FROM in_flight')
}
