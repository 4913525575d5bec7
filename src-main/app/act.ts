import type { OpenLibrary } from '#main/app/open-library'
import type { Action, ActionChanges } from '#main/store/actions'
import type { Changed } from '#shared/contract/labels'
import type { ActTitle } from '#shared/domain/act-title'
import type { ProjectionId } from '#shared/domain/ids'
import { addAction, firstUndone, historySummary, lastDone, markUndone } from '#main/store/actions'
import { assign, labelsOf } from '#main/store/assignments'
import { putLabel, removeLabel } from '#main/store/labels'
import { spaceOfProjection } from '#main/store/projections'
import { addRefusals, removeRefusals } from '#main/store/refusals'
import { setSetting } from '#main/store/settings'

/** An act to be done and remembered. `labels` are the label ids photos get, 0 for none, in the order of `photos`. */
export interface Deed {
  kind: Action['kind']
  title: ActTitle
  effort: number
  changes?: ActionChanges
  photos?: Uint32Array
  labels?: Uint32Array
}

/** What an act touched, so that the right parts of a page are told. */
export interface Done extends Changed {
  kind: Action['kind']
}

/** Does an act and writes it into the history, in one transaction. */
export function act({ db }: OpenLibrary, deed: Deed, atMs = Date.now()): Done {
  const photos = deed.photos ?? new Uint32Array(0)
  const labelsAfter = deed.labels ?? new Uint32Array(photos.length)
  return db.transaction((): Done => {
    const action: Omit<Action, 'id'> = {
      kind: deed.kind,
      title: deed.title,
      atMs,
      effort: deed.effort,
      changes: deed.changes ?? {},
      photos,
      labelsBefore: deed.kind === 'refuse'
        ? new Uint32Array(photos.length)
        : labelsOf(db, photos),
      labelsAfter,
    }
    apply(db, action, 'forward')
    addAction(db, action)
    return {
      kind: deed.kind,
      changed: changedBy(action),
      actions: historySummary(db).effort,
    }
  }).immediate()
}

/** Takes the last act back. @returns undefined when there is none */
export function undo({ db }: OpenLibrary): Done | undefined {
  return db.transaction(() => again(db, lastDone(db), 'backward')).immediate()
}

/** Does the act taken back last again. @returns undefined when there is none */
export function redo({ db }: OpenLibrary): Done | undefined {
  return db.transaction(() => again(db, firstUndone(db), 'forward')).immediate()
}

type Database = OpenLibrary['db']
type Direction = 'forward' | 'backward'

function again(db: Database, action: Action | undefined, direction: Direction): Done | undefined {
  if (!action)
    return undefined
  apply(db, action, direction)
  markUndone(db, action.id, direction === 'backward')
  return {
    kind: action.kind,
    changed: changedBy(action),
    actions: historySummary(db).effort,
  }
}

/** Photos whose label it changed; where it is about labels alone, the labels. */
export function changedBy({ photos, labelsBefore, labelsAfter, changes }: Omit<Action, 'id'>): number {
  if (photos.length === 0)
    return changes.labels?.length ?? 0
  let changed = 0
  for (let at = 0; at < photos.length; at++) {
    if (labelsBefore[at] !== labelsAfter[at])
      changed++
  }
  return changed
}

/**
 * New labels must exist before photos get or refuse them, and photos must have their labels back before a label goes: so
 * labels are put before assignments and refusals change, and taken away after.
 */
function apply(db: Database, action: Omit<Action, 'id'>, direction: Direction): void {
  const forward = direction === 'forward'
  const labels = (action.changes.labels ?? []).map(({ before, after }) => forward
    ? { from: before, to: after }
    : { from: after, to: before })
  for (const { to } of labels) {
    if (to)
      putLabel(db, to)
  }
  if (action.kind === 'refuse')
    (forward ? addRefusals : removeRefusals)(db, action.photos, action.labelsAfter)
  else
    assign(db, action.photos, forward ? action.labelsAfter : action.labelsBefore)
  const { refusals, shown } = action.changes
  if (refusals) {
    const { from, to } = forward
      ? { from: refusals.before, to: refusals.after }
      : { from: refusals.after, to: refusals.before }
    removeRefusals(db, from.photos, from.labels)
    addRefusals(db, to.photos, to.labels)
  }
  for (const { from, to } of labels) {
    if (from && !to)
      removeLabel(db, from.id)
  }
  if (shown) {
    const projection = forward ? shown.after : shown.before
    if (projection === null || spaceOfProjection(db, projection as ProjectionId) !== undefined)
      setSetting(db, 'projection', projection ?? undefined)
  }
}
