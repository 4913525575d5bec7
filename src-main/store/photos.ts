import type { Database } from 'better-sqlite3'
import type { PhotoId } from '#shared/domain/ids'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { jsonOf } from '#main/store/arrays'
import { labelsOf } from '#main/store/assignments'
import { labels } from '#main/store/labels'
import { photosInPages } from '#main/store/photos-in-pages'
import { prepared } from '#main/store/prepared'

/** A file as the library knows it. */
export interface PhotoFile {
  id: PhotoId
  /** Relative to the library's folder, `/` between its parts. */
  path: string
  hash: string
  bytes: number
  modifiedMs: number
}

export interface PhotoRow extends PhotoFile {
  width: number
  height: number
  version: number
  missing: boolean
  metadata: Record<string, unknown>
}

/** What decoding found out about a photo. */
export interface PhotoFacts {
  id: PhotoId
  width: number
  height: number
  metadata: Record<string, unknown>
}

type Raw = Omit<PhotoRow, 'missing' | 'metadata'> & { missing: number, metadata: string }

const columns = 'id, path, hash, bytes, modified_ms AS modifiedMs, width, height, version, missing, metadata'

function rowFrom(raw: Raw): PhotoRow {
  return {
    ...raw,
    missing: raw.missing === 1,
    metadata: JSON.parse(raw.metadata),
  }
}

export function photoById(db: Database, id: PhotoId): PhotoRow | undefined {
  const raw = prepared<Raw>(db, `SELECT ${columns} FROM photo WHERE id = ?`).get(id)
  return raw && rowFrom(raw)
}

/** The first of these ids that no photo has. */
export function firstUnknown(db: Database, ids: Uint32Array): number | undefined {
  const { photos, last } = prepared<{ photos: number, last: number | null }>(db, 'SELECT (SELECT count(*) FROM photo) AS photos, max(id) AS last FROM photo').get()!
  // As a rule no number was left out: then there is nothing to look up.
  const beyond = firstBeyond(ids, last ?? 0)
  if (photos === last || beyond !== undefined)
    return beyond
  return prepared<number>(db, 'SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM photo WHERE id = value) LIMIT 1')
    .pluck()
    .get(jsonOf(ids)) as number | undefined
}

/** The first that is no number from 1 to `last`. */
function firstBeyond(ids: Uint32Array, last: number): number | undefined {
  for (const id of ids) {
    if (id === 0 || id > last)
      return id
  }
  return undefined
}

/** All files known, those that are missing on disk too, in rising order of id. */
export async function knownFiles(db: Database): Promise<(PhotoFile & { missing: boolean })[]> {
  const page = prepared<PhotoFile & { missing: number }>(
    db,
    'SELECT id, path, hash, bytes, modified_ms AS modifiedMs, missing FROM photo WHERE id > ? AND id <= ? ORDER BY id',
  )
  return photosInPages(db, (above, upTo) => page.all(above, upTo).map(row => ({ ...row, missing: row.missing === 1 })))
}

/** Id and path of every photo that is there and can be read, in rising order of id. */
export async function photoPaths(db: Database): Promise<{ id: PhotoId, path: string }[]> {
  const page = prepared<{ id: PhotoId, path: string }>(db, `SELECT id, path FROM photo WHERE missing = 0 AND id > ? AND id <= ?
    AND NOT EXISTS (SELECT 1 FROM failure WHERE photo_id = photo.id) ORDER BY id`)
  return photosInPages(db, (above, upTo) => page.all(above, upTo))
}

/** Photos that are there, with ids from `first` to `last`: those of one atlas page. */
export function photosBetween(db: Database, first: number, last: number): Pick<PhotoRow, 'id' | 'path' | 'version' | 'width'>[] {
  return prepared<Pick<PhotoRow, 'id' | 'path' | 'version' | 'width'>>(
    db,
    'SELECT id, path, version, width FROM photo WHERE missing = 0 AND id BETWEEN ? AND ? ORDER BY id',
  ).all(first, last)
}

const shapesAtATime = 20_000

/**
 * What the map must know of every photo that is there and can be read: rising ids. Read some thousands at a time, with
 * a turn of the event loop between, so that no other call waits for a large library.
 */
export async function photoShapes(db: Database): Promise<{ ids: Uint32Array, versions: Uint32Array, aspects: Float32Array }> {
  const page = prepared<[number, number, number, number]>(db, `SELECT id, version, width, height FROM photo
    WHERE missing = 0 AND id > ? AND NOT EXISTS (SELECT 1 FROM failure WHERE photo_id = photo.id) ORDER BY id LIMIT ?`).raw()
  const ids: number[] = []
  const versions: number[] = []
  const aspects: number[] = []
  for (let last = 0; ;) {
    const rows = page.all(last, shapesAtATime) as unknown as [number, number, number, number][]
    for (const [id, version, width, height] of rows) {
      ids.push(last = id)
      versions.push(version)
      aspects.push(width && height ? width / height : 1)
    }
    await nextTurn()
    if (rows.length < shapesAtATime)
      return { ids: new Uint32Array(ids), versions: new Uint32Array(versions), aspects: new Float32Array(aspects) }
  }
}

/** Id, path and metadata of every photo that is there and can be read, in rising order of id. */
export async function photoRecords(db: Database): Promise<Pick<PhotoRow, 'id' | 'path' | 'metadata'>[]> {
  const page = prepared<Pick<Raw, 'id' | 'path' | 'metadata'>>(db, `SELECT id, path, metadata FROM photo WHERE missing = 0 AND id > ? AND id <= ?
    AND NOT EXISTS (SELECT 1 FROM failure WHERE photo_id = photo.id) ORDER BY id`)
  return photosInPages(db, (above, upTo) => page.all(above, upTo).map(({ id, path, metadata }) => ({ id, path, metadata: JSON.parse(metadata) })))
}

/** Up to `count` photos that are there, from all over the library. */
export function somePhotos(db: Database, count: number): Pick<PhotoFile, 'path' | 'bytes'>[] {
  return prepared<Pick<PhotoFile, 'path' | 'bytes'>>(db, `SELECT path, bytes FROM photo
    WHERE missing = 0 AND id % max(1, (SELECT max(id) FROM photo) / ?) = 0 LIMIT ?`).all(count, count)
}

export function countPhotos(db: Database): number {
  return prepared<{ n: number }>(db, 'SELECT count(*) AS n FROM photo WHERE missing = 0').get()!.n
}

export function countMissing(db: Database): number {
  return prepared<number>(db, 'SELECT count(*) FROM photo WHERE missing = 1').pluck().get() as number
}

/** Photos whose file has left the folder, by path, with the name of the label that waits for them. */
export function missingPhotos(db: Database): { id: PhotoId, path: string, label: string | null }[] {
  const missing = prepared<{ id: PhotoId, path: string }>(db, 'SELECT id, path FROM photo WHERE missing = 1 ORDER BY path').all()
  const given = labelsOf(db, missing.map(({ id }) => id))
  const names = new Map<number, string>(labels(db).map(({ id, name }) => [id, name]))
  return missing.map((photo, at) => ({ ...photo, label: names.get(given[at]) ?? null }))
}

/** @returns the new photo's id; undefined where there is one at its path, which another process may have added since */
export function addPhoto(db: Database, file: Omit<PhotoFile, 'id'>): PhotoId | undefined {
  return prepared<PhotoId>(db, 'INSERT INTO photo (path, hash, bytes, modified_ms) VALUES (@path, @hash, @bytes, @modifiedMs) ON CONFLICT DO NOTHING RETURNING id')
    .pluck()
    .get(file) as PhotoId | undefined
}

/** The file lies elsewhere, or is there again, with the same content. */
export function movePhoto(db: Database, { id, path, bytes, modifiedMs }: Omit<PhotoFile, 'hash'>): void {
  prepared(db, 'UPDATE photo SET path = ?, bytes = ?, modified_ms = ?, missing = 0 WHERE id = ?').run(path, bytes, modifiedMs, id)
}

/** The file has other content: what was worked out from the old one is dropped, its labels stay. */
export function changePhoto(db: Database, { id, hash, bytes, modifiedMs }: Omit<PhotoFile, 'path'>): void {
  prepared(db, 'UPDATE photo SET hash = ?, bytes = ?, modified_ms = ?, version = version + 1, missing = 0 WHERE id = ?')
    .run(hash, bytes, modifiedMs, id)
  prepared(db, 'DELETE FROM vector WHERE photo_id = ?').run(id)
  prepared(db, 'DELETE FROM class_score WHERE photo_id = ?').run(id)
  prepared(db, 'DELETE FROM failure WHERE photo_id = ?').run(id)
  prepared(db, 'DELETE FROM in_flight WHERE photo_id = ?').run(id)
}

/** The file is gone. The photo is no longer shown, but nothing about it is forgotten: it may come back. */
export function markMissing(db: Database, id: PhotoId): void {
  prepared(db, 'UPDATE photo SET missing = 1 WHERE id = ?').run(id)
}

export function saveFacts(db: Database, { id, width, height, metadata }: PhotoFacts): void {
  prepared(db, 'UPDATE photo SET width = ?, height = ?, metadata = ? WHERE id = ?').run(width, height, JSON.stringify(metadata), id)
}
