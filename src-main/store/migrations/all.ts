import type { Migration } from '#main/store/migrations/migration'
import { firstLibrary } from '#main/store/migrations/1-first-library'
import { labelParents } from '#main/store/migrations/2-label-parents'
import { actionCalls } from '#main/store/migrations/3-action-calls'
import { runChoices } from '#main/store/migrations/4-run-choices'
import { assignmentPages } from '#main/store/migrations/5-assignment-pages'
import { beyondActs } from '#main/store/migrations/6-beyond-acts'

/** Every step of the schema, oldest first. */
export const migrations: readonly Migration[] = [firstLibrary, labelParents, actionCalls, runChoices, assignmentPages, beyondActs]

/** The schema this version of Silhouette reads and writes. */
export const schemaVersion = migrations.length
