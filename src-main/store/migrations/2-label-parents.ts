import type { Migration } from '#main/store/migrations/migration'

/** A label may lie under another one. */
export const labelParents: Migration = {
  version: 2,
  sql: `
    ALTER TABLE label ADD COLUMN parent_id INTEGER REFERENCES label (id) ON DELETE SET NULL;
    CREATE INDEX label_parent ON label (parent_id);
  `,
}
