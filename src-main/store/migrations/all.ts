import type { Migration } from '#main/store/migrations/migration'
import { firstLibrary } from '#main/store/migrations/1-first-library'

/** Every step of the schema, oldest first. */
export const migrations: readonly Migration[] = [firstLibrary]

/** The schema this version of Silhouette reads and writes. */
export const schemaVersion = migrations.length
