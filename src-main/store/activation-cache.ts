import type { Database } from 'better-sqlite3'
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { prepared } from '#main/store/prepared'

/** One photo's activations as one of its views shows it. */
export interface CachedActivations {
  /** The hash of the photo's content. */
  hash: string
  view: number
  bytes: Uint8Array
}

const hashesAtATime = 2_000

/** Bytes on disk beyond which all is dropped, once some of it is of another network or depth than is asked for. */
const mostBytes = 4 * 2 ** 30

/**
 * Opens the cache of activations at the boundary of what is trained, so that a deep learning run sends each photo
 * through the frozen part of the network once. `key` names network and boundary. Deleting the folder costs only time.
 */
export function openActivationCache(folder: string, key: string): Database {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'activations.sqlite')
  let db = open(file)
  const others = prepared<number>(db, 'SELECT COUNT(*) FROM activations WHERE key <> ?').pluck().get(key) as number
  if (others > 0 && statSync(file).size > mostBytes) {
    db.close()
    for (const end of ['', '-wal', '-shm'])
      rmSync(`${file}${end}`, { force: true })
    db = open(file)
  }
  return db
}

/** Opens what trainings have left in a folder, to look at: nothing is dropped. Undefined where there is nothing. */
export function activationCacheIn(folder: string): Database | undefined {
  const file = join(folder, 'activations.sqlite')
  return existsSync(file) ? open(file) : undefined
}

function open(file: string): Database {
  const db = new Sqlite(file, { timeout: 10_000 })
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF')
  db.exec(`
    CREATE TABLE IF NOT EXISTS activations (
      key TEXT NOT NULL, hash TEXT NOT NULL, view INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (key, hash, view)
    ) STRICT;
  `)
  return db
}

export function hasActivations(cache: Database, key: string, hash: string, view: number): boolean {
  return prepared(cache, 'SELECT 1 FROM activations WHERE key = ? AND hash = ? AND view = ?').get(key, hash, view) !== undefined
}

/** The hashes of all photos of which activations are kept; read some thousands at a time, with a turn of the event loop between. */
export async function hashesKept(cache: Database, key: string): Promise<Set<string>> {
  const page = prepared<string>(cache, 'SELECT hash FROM activations WHERE key = ? AND hash > ? AND view = 0 ORDER BY hash LIMIT ?').pluck()
  const kept = new Set<string>()
  for (let last = ''; ;) {
    const hashes = page.all(key, last, hashesAtATime) as string[]
    for (const hash of hashes)
      kept.add(last = hash)
    if (hashes.length < hashesAtATime)
      return kept
    await nextTurn()
  }
}

export function saveActivations(cache: Database, key: string, all: readonly CachedActivations[]): void {
  const insert = prepared(cache, 'INSERT OR REPLACE INTO activations (key, hash, view, bytes) VALUES (?, ?, ?, ?)')
  cache.transaction(() => all.forEach(({ hash, view, bytes }) => insert.run(key, hash, view, bytes)))()
}

export function activationsOf(cache: Database, key: string, hash: string, view: number): Buffer | undefined {
  return prepared<Buffer>(cache, 'SELECT bytes FROM activations WHERE key = ? AND hash = ? AND view = ?').pluck().get(key, hash, view) as Buffer | undefined
}
