import type { Database } from 'better-sqlite3'
import type { RunId, SpaceId } from '#shared/domain/ids'
import { prepared } from '#main/store/prepared'

/** A set of vectors for the whole library: a layer of a backbone, or the head of a run on one. */
export interface SpaceRow {
  id: SpaceId
  backbone: string
  tap: string
  run: RunId | null
  dimensions: number
}

const columns = 'id, backbone, tap, run_id AS run, dimensions'

/** All spaces in the order they were made. */
export function spaces(db: Database): SpaceRow[] {
  return prepared<SpaceRow>(db, `SELECT ${columns} FROM space ORDER BY id`).all()
}

export function spaceById(db: Database, id: SpaceId): SpaceRow | undefined {
  return prepared<SpaceRow>(db, `SELECT ${columns} FROM space WHERE id = ?`).get(id)
}

export function spaceOfTap(db: Database, backbone: string, tap: string): SpaceRow | undefined {
  return prepared<SpaceRow>(db, `SELECT ${columns} FROM space WHERE backbone = ? AND tap = ? AND run_id IS NULL`).get(backbone, tap)
}

export function spaceOfRun(db: Database, run: RunId): SpaceRow | undefined {
  return prepared<SpaceRow>(db, `SELECT ${columns} FROM space WHERE run_id = ?`).get(run)
}

export function addSpace(db: Database, space: Omit<SpaceRow, 'id'>): SpaceRow {
  const id = prepared(db, 'INSERT INTO space (backbone, tap, run_id, dimensions) VALUES (@backbone, @tap, @run, @dimensions)')
    .run(space)
    .lastInsertRowid as unknown as SpaceId
  return { id, ...space }
}
