import type { Database, Statement } from 'better-sqlite3'

const statements = new WeakMap<Database, Map<string, Statement>>()

/** A statement prepared once for each database and text. */
export function prepared<Row = unknown>(db: Database, sql: string): Statement<any[], Row> {
  let known = statements.get(db)
  if (!known)
    statements.set(db, known = new Map())
  let statement = known.get(sql)
  if (!statement)
    known.set(sql, statement = db.prepare(sql))
  return statement as Statement<any[], Row>
}
