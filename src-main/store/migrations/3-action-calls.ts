import type { Migration } from '#main/store/migrations/migration'

/** An act knows which call it was done for, so that a call that is sent again does it no second time. */
export const actionCalls: Migration = {
  version: 3,
  sql: `
    ALTER TABLE action ADD COLUMN call TEXT NOT NULL DEFAULT '';
    CREATE UNIQUE INDEX action_call ON action (call) WHERE call <> '';
  `,
}
