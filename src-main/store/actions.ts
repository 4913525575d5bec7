import type { Database } from 'better-sqlite3'
import type { LabelRow } from '#main/store/labels'
import type { ActionId } from '#shared/domain/ids'
import { bytesOf, uint32From } from '#main/store/arrays'
import { prepared } from '#main/store/prepared'

/** A label before and after an act; null where it was not there. */
export interface LabelChange {
  before: LabelRow | null
  after: LabelRow | null
}

/** Photos and the labels they refuse, in the same order. */
export interface RefusalList {
  photos: number[]
  labels: number[]
}

/** What an act did to labels themselves and to what the map shows: enough to do it backward and forward again. */
export interface ActionChanges {
  /** In an order in which a label's parent is there before it, both ways. */
  labels?: LabelChange[]
  /** Refusals there were only before it, and only after it. */
  refusals?: { before: RefusalList, after: RefusalList }
  /** Ids of the projections shown before and after. */
  shown?: { before: number | null, after: number | null }
}

/** One deliberate act of the user. */
export interface Action {
  id: ActionId
  kind: 'label' | 'edit-label' | 'accept' | 'refuse' | 'show'
  /** In a person's words, as *Undo …* names it. */
  title: string
  atMs: number
  /** 1 where it counts as work the labelling cost, 0 else. */
  effort: number
  changes: ActionChanges
  /** Photos given or refused a label; before and after are label ids in the same order, 0 for none. */
  photos: Uint32Array
  labelsBefore: Uint32Array
  labelsAfter: Uint32Array
}

interface Raw extends Omit<Action, 'changes' | 'photos' | 'labelsBefore' | 'labelsAfter'> {
  changes: string
  photos: Buffer
  labelsBefore: Buffer
  labelsAfter: Buffer
}

const columns = 'id, kind, title, at_ms AS atMs, effort, changes, photos, labels_before AS labelsBefore, labels_after AS labelsAfter'

function actionFrom(raw: Raw | undefined): Action | undefined {
  return raw && {
    ...raw,
    changes: changesFrom(raw.changes),
    photos: uint32From(raw.photos),
    labelsBefore: uint32From(raw.labelsBefore),
    labelsAfter: uint32From(raw.labelsAfter),
  }
}

/** Acts from before labels could lie under others say nothing of a parent. */
function changesFrom(json: string): ActionChanges {
  const changes: ActionChanges = JSON.parse(json)
  const whole = (label: LabelRow | null): LabelRow | null => label && { ...label, parent: label.parent ?? null }
  return { ...changes, labels: changes.labels?.map(({ before, after }) => ({ before: whole(before), after: whole(after) })) }
}

/** Adds an act to the history; what had been undone before it can no longer be done again. */
export function addAction(db: Database, action: Omit<Action, 'id'>): void {
  prepared(db, 'DELETE FROM action WHERE undone = 1').run()
  prepared(db, `INSERT INTO action (kind, title, at_ms, effort, changes, photos, labels_before, labels_after)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`).run(
    action.kind,
    action.title,
    action.atMs,
    action.effort,
    JSON.stringify(action.changes),
    bytesOf(action.photos),
    bytesOf(action.labelsBefore),
    bytesOf(action.labelsAfter),
  )
}

/** The act that undo would take back. */
export function lastDone(db: Database): Action | undefined {
  return actionFrom(prepared<Raw>(db, `SELECT ${columns} FROM action WHERE undone = 0 ORDER BY id DESC LIMIT 1`).get())
}

/** The act that redo would do again. */
export function firstUndone(db: Database): Action | undefined {
  return actionFrom(prepared<Raw>(db, `SELECT ${columns} FROM action WHERE undone = 1 ORDER BY id LIMIT 1`).get())
}

/** The act that was done for a call, taken back since or not. */
export function actionOfCall(db: Database, call: string): Action | undefined {
  return actionFrom(prepared<Raw>(db, `SELECT ${columns} FROM action WHERE call = ?`).get(call))
}

/** Writes down for which call the act added last was done. */
export function nameLastAction(db: Database, call: string): void {
  prepared(db, 'UPDATE action SET call = ? WHERE id = (SELECT max(id) FROM action)').run(call)
}

export function markUndone(db: Database, id: ActionId, undone: boolean): void {
  prepared(db, 'UPDATE action SET undone = ? WHERE id = ?').run(undone ? 1 : 0, id)
}

/** What undo and redo would do, for which calls that was done, and what the labelling has cost so far. */
export function historySummary(db: Database): { undo: string | null, redo: string | null, undoCall: string | null, redoCall: string | null, effort: number } {
  const step = (sql: string): { title: string, call: string } | undefined => prepared<{ title: string, call: string }>(db, sql).get()
  const undo = step('SELECT title, call FROM action WHERE undone = 0 ORDER BY id DESC LIMIT 1')
  const redo = step('SELECT title, call FROM action WHERE undone = 1 ORDER BY id LIMIT 1')
  return {
    undo: undo?.title ?? null,
    redo: redo?.title ?? null,
    undoCall: undo?.call || null,
    redoCall: redo?.call || null,
    effort: prepared<number>(db, 'SELECT coalesce(sum(effort), 0) FROM action WHERE undone = 0').pluck().get() as number,
  }
}
