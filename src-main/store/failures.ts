import type { Database } from 'better-sqlite3'
import type { PhotoId } from '#shared/domain/ids'
import { prepared } from '#main/store/prepared'

/** A photo that could not be read. */
export interface Failure {
  id: PhotoId
  path: string
  code: string
  message: string
}

export function failures(db: Database): Failure[] {
  return prepared<Failure>(
    db,
    'SELECT photo.id AS id, path, code, message FROM failure JOIN photo ON photo.id = photo_id WHERE missing = 0 ORDER BY path',
  ).all()
}

export function countFailures(db: Database): number {
  return prepared<{ n: number }>(db, 'SELECT count(*) AS n FROM failure JOIN photo ON photo.id = photo_id WHERE missing = 0').get()!.n
}

export function saveFailure(db: Database, { id, code, message }: Omit<Failure, 'path'>): void {
  prepared(db, `INSERT INTO failure (photo_id, code, message) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET code = excluded.code, message = excluded.message`).run(id, code, message)
}

/** Forgets all failures, so that the photos are tried again. */
export function clearFailures(db: Database): void {
  db.exec('DELETE FROM failure; DELETE FROM in_flight')
}

/** Forgets which files were gone when their turn came: whether they are, a look through the folder tells anew. */
export function clearMissingFailures(db: Database): void {
  prepared(db, `DELETE FROM failure WHERE code = 'PHOTO_MISSING'`).run()
}
