/** One step of the schema. Never edited once it has landed: a later change is a later migration. */
export interface Migration {
  /** The schema's `user_version` after this step; steps count up by one. */
  version: number
  sql: string
}
