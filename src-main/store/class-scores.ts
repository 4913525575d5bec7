import type { Database } from 'better-sqlite3'
import type { PhotoId } from '#shared/domain/ids'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { bytesOf, float32From, uint16From } from '#main/store/arrays'
import { prepared } from '#main/store/prepared'

/** The classes a backbone's own classifier finds most likely for one photo, best first. */
export interface ClassScores {
  /** Indices into the backbone's class names. */
  classes: Uint16Array
  /** Softmax scores, 0 to 1. */
  scores: Float32Array
}

export function saveClassScores(db: Database, photo: PhotoId, backbone: string, { classes, scores }: ClassScores): void {
  prepared(db, `INSERT INTO class_score (photo_id, backbone, classes, scores) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET classes = excluded.classes, scores = excluded.scores`).run(photo, backbone, bytesOf(classes), bytesOf(scores))
}

export function classScoresOf(db: Database, photo: PhotoId, backbone: string): ClassScores | undefined {
  const row = prepared<{ classes: Buffer, scores: Buffer }>(
    db,
    'SELECT classes, scores FROM class_score WHERE photo_id = ? AND backbone = ?',
  ).get(photo, backbone)
  return row && {
    classes: uint16From(row.classes),
    scores: float32From(row.scores),
  }
}

/** Class scores of many photos side by side: row i of both [N, k] is photo i's, 0 where it has fewer. */
export interface ClassScoreColumns {
  k: number
  classes: Uint16Array
  scores: Float32Array
}

const atATime = 5_000

/** Class scores of the photos given (rising ids), in their order. Read page by page, so that no other call waits. */
export async function readClassScores(db: Database, photos: Uint32Array, backbone: string, k = 5): Promise<ClassScoreColumns> {
  const columns: ClassScoreColumns = {
    k,
    classes: new Uint16Array(photos.length * k),
    scores: new Float32Array(photos.length * k),
  }
  const page = prepared<{ id: number, classes: Buffer, scores: Buffer }>(db, `SELECT photo_id AS id, classes, scores
    FROM class_score WHERE photo_id > ? AND backbone = ? ORDER BY photo_id LIMIT ?`)
  for (let last = 0, at = 0; ;) {
    const rows = page.all(last, backbone, atATime)
    for (const { id, classes, scores } of rows) {
      last = id
      while (at < photos.length && photos[at] < id)
        at++
      if (photos[at] === id) {
        columns.classes.set(uint16From(classes).subarray(0, k), at * k)
        columns.scores.set(float32From(scores).subarray(0, k), at * k)
      }
    }
    if (rows.length < atATime)
      return columns
    await nextTurn()
  }
}
