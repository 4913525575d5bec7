import type { Database } from 'better-sqlite3'
import type { PhotoId } from '#shared/domain/ids'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { LibraryNotWritable } from '#main/store/library-errors'
import { prepared } from '#main/store/prepared'

/** The folder beside a library where pictures are kept that can be made again at any time. */
export function cacheFolderOf(libraryFile: string): string {
  return `${libraryFile}.cache`
}

/**
 * Opens the cache of thumbnails and atlas pages; deleting its folder costs nothing but time, and a damaged one is made anew.
 * @throws LIBRARY_NOT_WRITABLE
 */
export function openThumbnailCache(libraryFile: string): Database {
  const folder = cacheFolderOf(libraryFile)
  const file = join(folder, 'thumbnails.sqlite')
  try {
    mkdirSync(folder, { recursive: true })
    try {
      return openCacheFile(file)
    }
    catch (error) {
      if (!isDamage(error))
        throw error
      for (const part of ['', '-wal', '-shm'])
        rmSync(`${file}${part}`, { force: true })
      return openCacheFile(file)
    }
  }
  catch (cause) {
    throw new LibraryNotWritable(libraryFile, cause)
  }
}

function openCacheFile(file: string): Database {
  const db = new Sqlite(file, { timeout: 10_000 })
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = OFF')
    db.exec(`
      CREATE TABLE IF NOT EXISTS thumbnail (
        photo_id INTEGER PRIMARY KEY NOT NULL, version INTEGER NOT NULL, jpeg BLOB NOT NULL
      ) STRICT;
      CREATE TABLE IF NOT EXISTS atlas_page (
        page INTEGER NOT NULL, cell INTEGER NOT NULL, stamp TEXT NOT NULL, jpeg BLOB NOT NULL, PRIMARY KEY (page, cell)
      ) STRICT;
    `)
    return db
  }
  catch (error) {
    db.close()
    throw error
  }
}

/** Another process may have the cache open, so that one that is only busy stays. */
function isDamage(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT'))
}

export function saveThumbnail(cache: Database, photo: PhotoId, version: number, jpeg: Uint8Array): void {
  prepared(cache, 'INSERT OR REPLACE INTO thumbnail (photo_id, version, jpeg) VALUES (?, ?, ?)').run(photo, version, jpeg)
}

export function thumbnailOf(cache: Database, photo: PhotoId, version: number): Buffer | undefined {
  return prepared<Buffer>(cache, 'SELECT jpeg FROM thumbnail WHERE photo_id = ? AND version = ?').pluck().get(photo, version) as Buffer | undefined
}

/** Ids and versions of the thumbnails of one atlas page: changes with every picture on it. */
export function atlasStamp(cache: Database, first: number, last: number): string {
  const rows = prepared<[number, number]>(cache, 'SELECT photo_id, version FROM thumbnail WHERE photo_id BETWEEN ? AND ? ORDER BY photo_id')
    .raw()
    .all(first, last) as [number, number][]
  return rows.map(([photo, version]) => `${photo}.${version}`).join(' ')
}

export function savedAtlasPage(cache: Database, page: number, cell: number, stamp: string): Buffer | undefined {
  return prepared<Buffer>(cache, 'SELECT jpeg FROM atlas_page WHERE page = ? AND cell = ? AND stamp = ?').pluck().get(page, cell, stamp) as Buffer | undefined
}

export function saveAtlasPage(cache: Database, page: number, cell: number, stamp: string, jpeg: Uint8Array): void {
  prepared(cache, 'INSERT OR REPLACE INTO atlas_page (page, cell, stamp, jpeg) VALUES (?, ?, ?, ?)').run(page, cell, stamp, jpeg)
}
