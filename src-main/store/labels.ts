import type { Database } from 'better-sqlite3'
import type { LabelId } from '#shared/domain/ids'
import { countsByLabel } from '#main/store/assignments'
import { prepared } from '#main/store/prepared'
import { labelFinder } from '#shared/domain/label-name'

export interface LabelRow {
  id: LabelId
  name: string
  /** `#rrggbb` */
  colour: string
  /** The label it lies under; null at the top. */
  parent: LabelId | null
}

/** All labels in the order they were made, with how many photos have each. */
export function labelCounts(db: Database): (LabelRow & { photos: number })[] {
  const counts = countsByLabel(db)
  return labels(db).map(label => ({ ...label, photos: counts.get(label.id) ?? 0 }))
}

export function labels(db: Database): LabelRow[] {
  return prepared<LabelRow>(db, 'SELECT id, name, colour, parent_id AS parent FROM label ORDER BY id').all()
}

export function labelById(db: Database, id: LabelId): LabelRow | undefined {
  return prepared<LabelRow>(db, 'SELECT id, name, colour, parent_id AS parent FROM label WHERE id = ?').get(id)
}

/** A label by name, however it is capitalised. */
export function labelByName(db: Database, name: string): LabelRow | undefined {
  return labelFinder(labels(db))(name)
}

/** Makes a row equal to what is given, whether it was there or not. */
export function putLabel(db: Database, label: LabelRow): void {
  prepared(db, `INSERT INTO label (id, name, colour, parent_id) VALUES (@id, @name, @colour, @parent)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, colour = excluded.colour, parent_id = excluded.parent_id`).run(label)
}

export function removeLabel(db: Database, id: LabelId): void {
  prepared(db, 'DELETE FROM label WHERE id = ?').run(id)
}

/** An id no label ever had, so that an undone removal finds its own free. */
export function nextLabelId(db: Database): LabelId {
  const last = prepared<number>(db, `SELECT seq FROM sqlite_sequence WHERE name = 'label'`).pluck().get() as number | undefined
  return ((last ?? 0) + 1) as LabelId
}
