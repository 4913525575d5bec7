import type { Database } from 'better-sqlite3'
import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { LibraryNotOurs, LibraryNotWritable, LibraryTooNew } from '#main/store/library-errors'
import { migrations, schemaVersion } from '#main/store/migrations/all'

/** 'Slht': marks a SQLite file as a Silhouette library. */
const applicationId = 0x536C6874

/**
 * Opens a library, making it when there is none, and brings its schema up to date in one transaction. The file's
 * header is read before SQLite touches it, so a file that is refused stays as it was, byte for byte.
 * @throws LIBRARY_TOO_NEW, LIBRARY_NOT_OURS, LIBRARY_NOT_WRITABLE
 */
export function openLibraryFile(file: string): Database {
  checkHeader(file)
  let db: Database
  try {
    mkdirSync(dirname(file), { recursive: true })
    db = new Sqlite(file, { timeout: 10_000 })
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('foreign_keys = ON')
    db.pragma('cache_size = -65536')
  }
  catch (cause) {
    throw new LibraryNotWritable(file, cause)
  }
  try {
    migrate(db, file)
  }
  catch (error) {
    db.close()
    throw error
  }
  return db
}

/** Looks into a library without a change to it; undefined where it is none that can be read. */
export async function glanceInto<Seen>(file: string, look: (db: Database) => Promise<Seen>): Promise<Seen | undefined> {
  let db: Database | undefined
  try {
    // Opened only to be read, SQLite would leave its two helping files beside it.
    db = new Sqlite(file, { fileMustExist: true })
    db.pragma('query_only = ON')
    return await look(db)
  }
  catch {
    return undefined
  }
  finally {
    db?.close()
  }
}

function checkHeader(file: string): void {
  if (!existsSync(file))
    return
  if (statSync(file).isDirectory())
    throw new LibraryNotOurs(file, 'it is a folder')
  const header = Buffer.alloc(100)
  let read: number
  try {
    const open = openSync(file, 'r')
    read = readSync(open, header, 0, 100, 0)
    closeSync(open)
  }
  catch (cause) {
    throw new LibraryNotWritable(file, cause)
  }
  if (read === 0)
    return
  if (read < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw new LibraryNotOurs(file, 'it is no SQLite file')
  checkVersion(file, header.readUInt32BE(60), header.readUInt32BE(68))
}

function checkVersion(file: string, version: number, application: number): void {
  if (application !== applicationId && (application !== 0 || version !== 0))
    throw new LibraryNotOurs(file, 'it is the database of another program')
  if (version > schemaVersion)
    throw new LibraryTooNew(file, version, schemaVersion)
}

function migrate(db: Database, file: string): void {
  const versionOf = (): number => db.pragma('user_version', { simple: true }) as number
  checkVersion(file, versionOf(), db.pragma('application_id', { simple: true }) as number)
  if (versionOf() === 0 && db.prepare(`SELECT 1 FROM sqlite_schema`).get())
    throw new LibraryNotOurs(file, 'it is the database of another program')
  if (versionOf() === schemaVersion)
    return
  db.transaction(() => {
    for (const { version, sql } of migrations.slice(versionOf())) {
      db.exec(sql)
      db.pragma(`user_version = ${version}`)
    }
    db.pragma(`application_id = ${applicationId}`)
  }).immediate()
}
