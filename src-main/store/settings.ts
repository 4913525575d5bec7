import type { Database } from 'better-sqlite3'
import { prepared } from '#main/store/prepared'

/** What a library remembers about itself. */
export interface Settings {
  /** The folder of photos, absolute. */
  folder: string
  backbone: string
  /** What the photos were embedded on last: `cpu`, `cuda` … */
  executionProvider: string
  /** Id of the projection shown on the map. */
  projection: number
}

export function setting<Key extends keyof Settings>(db: Database, key: Key): Settings[Key] | undefined {
  const row = prepared<{ value: string }>(db, 'SELECT value FROM setting WHERE key = ?').get(key)
  return row && JSON.parse(row.value)
}

export function setSetting<Key extends keyof Settings>(db: Database, key: Key, value: Settings[Key] | undefined): void {
  if (value === undefined)
    prepared(db, 'DELETE FROM setting WHERE key = ?').run(key)
  else
    prepared(db, 'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(key, JSON.stringify(value))
}
