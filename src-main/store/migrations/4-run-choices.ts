import type { Migration } from '#main/store/migrations/migration'

/** A run tells all it was given; of earlier ones it is not known how they descended. */
export const runChoices: Migration = {
  version: 4,
  sql: `
    ALTER TABLE run ADD COLUMN optimizer TEXT;
    ALTER TABLE run ADD COLUMN schedule TEXT;
    ALTER TABLE run ADD COLUMN clusters INTEGER;
  `,
}
