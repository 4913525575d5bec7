import type { Database } from 'better-sqlite3'
import type { HeldOutQuality } from '#shared/contract/common'
import type { RunId } from '#shared/domain/ids'
import { prepared } from '#main/store/prepared'

/** One training, with its weights. */
export interface RunRow {
  id: RunId
  backbone: string
  tap: string
  loss: string
  depth: string
  /** Null where the run is older than the record of it. */
  optimizer: string | null
  schedule: string | null
  /** How many were asked for; null where nothing was. */
  clusters: number | null
  dimensions: number
  seed: number
  photos: number
  labels: number
  startedMs: number
  seconds: number
  before: HeldOutQuality
  after: HeldOutQuality
  /** How much its labels told beyond the acts that gave them, in (0, 1]. */
  beyondActs: number
  kept: boolean
  verdict: string
  curve: { step: number, loss: number, heldOut: number | null }[]
}

type Raw = Omit<RunRow, 'before' | 'after' | 'kept' | 'curve'> & {
  beforeSilhouette: number
  beforeAccuracy: number
  afterSilhouette: number
  afterAccuracy: number
  kept: number
  curve: string
}

const columns = `id, backbone, tap, loss, depth, optimizer, schedule, clusters, dimensions, seed, photos, labels, started_ms AS startedMs, seconds,
  before_silhouette AS beforeSilhouette, before_accuracy AS beforeAccuracy, after_silhouette AS afterSilhouette,
  after_accuracy AS afterAccuracy, beyond_acts AS beyondActs, kept, verdict, curve`

function runFrom({ beforeSilhouette, beforeAccuracy, afterSilhouette, afterAccuracy, ...raw }: Raw): RunRow {
  return {
    ...raw,
    before: { silhouette: beforeSilhouette, accuracy: beforeAccuracy },
    after: { silhouette: afterSilhouette, accuracy: afterAccuracy },
    kept: raw.kept === 1,
    curve: JSON.parse(raw.curve),
  }
}

export function runs(db: Database): RunRow[] {
  return prepared<Raw>(db, `SELECT ${columns} FROM run ORDER BY id`).all().map(runFrom)
}

export function runById(db: Database, id: RunId): RunRow | undefined {
  const raw = prepared<Raw>(db, `SELECT ${columns} FROM run WHERE id = ?`).get(id)
  return raw && runFrom(raw)
}

/** A run's head, as `learn/` wrote it. */
export function headOfRun(db: Database, id: RunId): Buffer | undefined {
  return prepared<Buffer>(db, 'SELECT head FROM run WHERE id = ?').pluck().get(id) as Buffer | undefined
}

export function addRun(db: Database, run: Omit<RunRow, 'id'>, head: Uint8Array): RunId {
  return prepared(db, `INSERT INTO run (backbone, tap, loss, depth, optimizer, schedule, clusters, dimensions, seed, photos, labels, started_ms, seconds,
    before_silhouette, before_accuracy, after_silhouette, after_accuracy, beyond_acts, kept, verdict, curve, head)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    run.backbone,
    run.tap,
    run.loss,
    run.depth,
    run.optimizer,
    run.schedule,
    run.clusters,
    run.dimensions,
    run.seed,
    run.photos,
    run.labels,
    run.startedMs,
    run.seconds,
    run.before.silhouette,
    run.before.accuracy,
    run.after.silhouette,
    run.after.accuracy,
    run.beyondActs,
    run.kept ? 1 : 0,
    run.verdict,
    JSON.stringify(run.curve),
    Buffer.from(head.buffer, head.byteOffset, head.byteLength),
  ).lastInsertRowid as unknown as RunId
}
