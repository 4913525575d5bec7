import type { Database } from 'better-sqlite3'
import type { SpaceId } from '#shared/domain/ids'
import { bytesOf, float32From, uint32From } from '#main/store/arrays'
import { prepared } from '#main/store/prepared'

/** What is suggested in a space, in the order of `photos` (rising ids). */
export interface Suggestions {
  photos: Uint32Array
  labels: Uint32Array
  /** 0 to 1. */
  confidences: Float32Array
}

export const noSuggestions: Suggestions = {
  photos: new Uint32Array(0),
  labels: new Uint32Array(0),
  confidences: new Float32Array(0),
}

export function suggestionsIn(db: Database, space: SpaceId): Suggestions {
  const row = prepared<{ photos: Buffer, labels: Buffer, confidences: Buffer }>(
    db,
    'SELECT photos, labels, confidences FROM suggestion WHERE space_id = ?',
  ).get(space)
  return row
    ? {
        photos: uint32From(row.photos),
        labels: uint32From(row.labels),
        confidences: float32From(row.confidences),
      }
    : noSuggestions
}

export function saveSuggestions(db: Database, space: SpaceId, { photos, labels, confidences }: Suggestions): void {
  prepared(db, `INSERT INTO suggestion (space_id, photos, labels, confidences) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET photos = excluded.photos, labels = excluded.labels, confidences = excluded.confidences`)
    .run(space, bytesOf(photos), bytesOf(labels), bytesOf(confidences))
}
