import type { Database } from 'better-sqlite3'
import type { Matrix } from '#main/matrix/matrix'
import type { PhotoFile } from '#main/store/photos'
import type { PhotoId, SpaceId } from '#shared/domain/ids'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { matrix } from '#main/matrix/matrix'
import { sharedFloats } from '#main/matrix/shared-floats'
import { bytesOf } from '#main/store/arrays'
import { photosInPages } from '#main/store/photos-in-pages'
import { prepared } from '#main/store/prepared'

/** Vectors of one space and whose they are: row i belongs to `photos[i]`; ids rise. */
export interface SpaceVectors {
  space: SpaceId
  photos: Uint32Array
  vectors: Matrix
}

export function saveVector(db: Database, space: SpaceId, photo: PhotoId, elements: Float32Array): void {
  prepared(db, `INSERT INTO vector (space_id, photo_id, elements) VALUES (?, ?, ?)
    ON CONFLICT (space_id, photo_id) DO UPDATE SET elements = excluded.elements`).run(space, photo, bytesOf(elements))
}

/** Of how many photos that are there a space has a vector. The few that are missing are taken off, rather than each photo looked at: CROSS JOIN has SQLite begin with them. */
export function countVectors(db: Database, space: SpaceId): number {
  return prepared<{ n: number }>(db, `SELECT (SELECT count(*) FROM vector WHERE space_id = $space)
    - (SELECT count(*) FROM photo CROSS JOIN vector ON photo_id = photo.id AND space_id = $space WHERE missing = 1) AS n`).get({ space })!.n
}

/** Ids of the photos of a space that are there, rising. */
export function photosWithVectors(db: Database, space: SpaceId): Uint32Array {
  return Uint32Array.from(prepared<number>(db, `SELECT photo_id FROM vector JOIN photo ON photo.id = photo_id
    WHERE space_id = ? AND missing = 0 ORDER BY photo_id`).pluck().all(space) as number[])
}

/** A photo that lacks a vector. */
export type LackingPhoto = Pick<PhotoFile, 'id' | 'path' | 'hash'>

/** Photos that are there, did not fail, and lack a vector in one of the spaces, in rising order of id. */
export async function photosLacking(db: Database, spaces: readonly SpaceId[]): Promise<LackingPhoto[]> {
  const page = prepared<LackingPhoto>(db, `SELECT id, path, hash FROM photo
    WHERE missing = 0 AND id > ? AND id <= ?
    AND NOT EXISTS (SELECT 1 FROM failure WHERE failure.photo_id = photo.id)
    AND EXISTS (SELECT 1 FROM json_each(?) AS space
      WHERE NOT EXISTS (SELECT 1 FROM vector WHERE space_id = space.value AND vector.photo_id = photo.id))
    ORDER BY id`)
  return photosInPages(db, (above, upTo) => page.all(above, upTo, JSON.stringify(spaces)))
}

/**
 * All vectors of a space, in memory that threads share: a job in another thread is given half a gigabyte of them without
 * a copy, which nobody may write to. Read a few thousand at a time, with a turn of the event loop between, so that no
 * other call waits for a large library.
 */
export async function readVectors(db: Database, space: SpaceId, dimensions: number): Promise<SpaceVectors> {
  const page = prepared<{ id: number, elements: Buffer }>(db, `SELECT photo.id AS id, elements FROM vector
    JOIN photo ON photo.id = photo_id WHERE space_id = ? AND photo_id > ? AND missing = 0 ORDER BY photo_id LIMIT ?`)
  const atATime = Math.max(64, Math.floor(4_000_000 / dimensions / 4))
  const room = countVectors(db, space)
  let photos = new Uint32Array(room)
  let values = sharedFloats(room * dimensions)
  let count = 0
  for (let last = 0; ;) {
    const rows = page.all(space, last, atATime)
    if (count + rows.length > photos.length) {
      const [knownPhotos, knownValues] = [photos, values]
      photos = new Uint32Array(count + rows.length)
      photos.set(knownPhotos)
      values = sharedFloats((count + rows.length) * dimensions)
      values.set(knownValues)
    }
    const bytes = Buffer.from(values.buffer)
    for (const { id, elements } of rows) {
      elements.copy(bytes, count * dimensions * 4)
      photos[count++] = last = id
    }
    if (rows.length < atATime)
      break
    await nextTurn()
  }
  // Fewer than were counted came where a photo went missing meanwhile.
  return { space, photos: photos.subarray(0, count), vectors: matrix(count, dimensions, values.subarray(0, count * dimensions)) }
}

/** Saves all vectors of a new space, a few thousand to a transaction, yielding between. */
export async function saveVectors(db: Database, { space, photos, vectors }: SpaceVectors): Promise<void> {
  const atATime = 2_000
  const save = db.transaction((from: number) => {
    for (let i = from; i < Math.min(from + atATime, photos.length); i++)
      saveVector(db, space, photos[i] as PhotoId, vectors.values.subarray(i * vectors.columns, (i + 1) * vectors.columns))
  })
  for (let from = 0; from < photos.length; from += atATime) {
    save(from)
    await nextTurn()
  }
}
