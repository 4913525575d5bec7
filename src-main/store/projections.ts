import type { Database } from 'better-sqlite3'
import type { ProjectionMethod } from '#shared/contract/map'
import type { ProjectionId, SpaceId } from '#shared/domain/ids'
import { bytesOf, float32From, uint32From } from '#main/store/arrays'
import { prepared } from '#main/store/prepared'

/** Where each photo of a space lies on a map. */
export interface Projection {
  id: ProjectionId
  space: SpaceId
  method: ProjectionMethod
  seed: number
  createdMs: number
  trustworthiness: number | null
  /** Ids, rising. */
  photos: Uint32Array
  /** [N, 2] in map units, in the order of `photos`. */
  xy: Float32Array
}

interface Raw extends Omit<Projection, 'photos' | 'xy'> {
  photos: Buffer
  xy: Buffer
}

const columns = 'id, space_id AS space, method, seed, created_ms AS createdMs, trustworthiness, photos, xy'

function rowFrom(raw: Raw | undefined): Projection | undefined {
  return raw && {
    ...raw,
    photos: uint32From(raw.photos),
    xy: float32From(raw.xy),
  }
}

export function projectionById(db: Database, id: ProjectionId): Projection | undefined {
  return rowFrom(prepared<Raw>(db, `SELECT ${columns} FROM projection WHERE id = ?`).get(id))
}

/** The latest projection of a space, or the latest one by a method. */
export function projectionOfSpace(db: Database, space: SpaceId, method?: ProjectionMethod): Projection | undefined {
  return rowFrom(prepared<Raw>(db, `SELECT ${columns} FROM projection WHERE space_id = ? AND method = coalesce(?, method) ORDER BY id DESC LIMIT 1`)
    .get(space, method ?? null))
}

/** Which space a projection shows, without reading its coordinates. */
export function spaceOfProjection(db: Database, id: ProjectionId): SpaceId | undefined {
  return prepared<SpaceId>(db, 'SELECT space_id FROM projection WHERE id = ?').pluck().get(id) as SpaceId | undefined
}

export function addProjection(db: Database, projection: Omit<Projection, 'id'>): ProjectionId {
  const { space, method, seed, createdMs, trustworthiness, photos, xy } = projection
  return prepared(db, `INSERT INTO projection (space_id, method, seed, created_ms, trustworthiness, photos, xy)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)
    .run(space, method, seed, createdMs, trustworthiness, bytesOf(photos), bytesOf(xy))
    .lastInsertRowid as unknown as ProjectionId
}

/** Moves a projection's photos, as a first map does while more photos arrive. */
export function updateProjection(db: Database, { id, trustworthiness, photos, xy }: Pick<Projection, 'id' | 'trustworthiness' | 'photos' | 'xy'>): void {
  prepared(db, 'UPDATE projection SET trustworthiness = ?, photos = ?, xy = ? WHERE id = ?')
    .run(trustworthiness, bytesOf(photos), bytesOf(xy), id)
}
