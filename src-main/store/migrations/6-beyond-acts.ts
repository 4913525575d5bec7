import type { Migration } from '#main/store/migrations/migration'

/** A run tells how much its labels say beyond the acts that gave them; of earlier ones that was not asked. */
export const beyondActs: Migration = {
  version: 6,
  sql: 'ALTER TABLE run ADD COLUMN beyond_acts REAL NOT NULL DEFAULT 1',
}
