import type { Done } from '#main/app/act'
import type { OpenLibrary } from '#main/app/open-library'
import type { ActionChanges, LabelChange, RefusalList } from '#main/store/actions'
import type { LabelRow } from '#main/store/labels'
import type { ActTitle } from '#shared/domain/act-title'
import type { LabelId } from '#shared/domain/ids'
import { act } from '#main/app/act'
import { LabelInsideItself, LabelNameTaken } from '#main/app/app-errors'
import { labelNamed } from '#main/app/label-photos'
import { photosOfLabel } from '#main/store/assignments'
import { labelByName, labels } from '#main/store/labels'
import { photosRefusing } from '#main/store/refusals'
import { actTitle } from '#shared/domain/act-title'

/** @throws UNKNOWN_LABEL, LABEL_NAME_TAKEN */
export function renameLabel(library: OpenLibrary, id: LabelId, name: string): Done {
  const before = labelNamed(library, { id })
  const other = labelByName(library.db, name)
  if (other && other.id !== id)
    throw new LabelNameTaken(name)
  return edit(library, actTitle('Rename {label} to {name}', { label: before.name, name }), { labels: [{ before, after: { ...before, name } }] })
}

/** @throws UNKNOWN_LABEL */
export function recolourLabel(library: OpenLibrary, id: LabelId, colour: string): Done {
  const before = labelNamed(library, { id })
  return edit(library, actTitle('Colour {label}', { label: before.name }), { labels: [{ before, after: { ...before, colour } }] })
}

/** Puts a label under another, or with null at the top again. @throws UNKNOWN_LABEL, LABEL_INSIDE_ITSELF */
export function nestLabel(library: OpenLibrary, id: LabelId, under: LabelId | null): Done {
  const before = labelNamed(library, { id })
  const parent = under === null ? null : labelNamed(library, { id: under })
  if (parent && isInside(library, parent, id))
    throw new LabelInsideItself(before.name, parent.name)
  return edit(library, parent ? actTitle('Put {label} under {other}', { label: before.name, other: parent.name }) : actTitle('Put {label} at the top', { label: before.name }), {
    labels: [{ before, after: { ...before, parent: under } }],
  })
}

/** Removes a label and takes it from its photos; labels under it go up to where it was. @throws UNKNOWN_LABEL */
export function removeLabel(library: OpenLibrary, id: LabelId): Done {
  const before = labelNamed(library, { id })
  return edit(library, actTitle('Remove {label}', { label: before.name }), {
    labels: [{ before, after: null }, ...childrenMoved(library, id, before.parent)],
    refusals: { before: refusalsOf(photosRefusing(library.db, id), id), after: refusalsOf([], id) },
  }, photosOfLabel(library.db, id))
}

/**
 * Gives the photos of one label another, puts what was under it under that, and removes it.
 * @throws UNKNOWN_LABEL, LABEL_INSIDE_ITSELF
 */
export function mergeLabel(library: OpenLibrary, id: LabelId, into: LabelId): Done {
  const before = labelNamed(library, { id })
  const other = labelNamed(library, { id: into })
  if (id === into)
    throw new LabelInsideItself(before.name, other.name)
  // One that lies somewhere under the label that goes takes its place, lest it end up under itself.
  const rises = isInside(library, other, id)
  const changes = childrenMoved(library, id, into).filter(({ before: child }) => child?.id !== into)
  if (rises)
    changes.unshift({ before: other, after: { ...other, parent: before.parent } })
  const photos = photosOfLabel(library.db, id)
  return edit(library, actTitle('Merge {label} into {other}', { label: before.name, other: other.name }), {
    labels: [{ before, after: null }, ...changes],
    refusals: refusalsMerged(library, id, into),
  }, photos, new Uint32Array(photos.length).fill(into))
}

/**
 * Whoever merges labels says that they mean the same, so that a photo which refused the one refuses the other, lest it be
 * suggested again; but not where it has that other label.
 */
function refusalsMerged({ db }: OpenLibrary, id: LabelId, into: LabelId): ActionChanges['refusals'] {
  const refusing = photosRefusing(db, id)
  const settled = new Set([...photosRefusing(db, into), ...photosOfLabel(db, id), ...photosOfLabel(db, into)])
  return { before: refusalsOf(refusing, id), after: refusalsOf(refusing.filter(photo => !settled.has(photo)), into) }
}

function refusalsOf(photos: number[], label: LabelId): RefusalList {
  return { photos, labels: photos.map(() => label) }
}

function childrenMoved({ db }: OpenLibrary, id: LabelId, to: LabelId | null): LabelChange[] {
  return labels(db).filter(label => label.parent === id).map(before => ({ before, after: { ...before, parent: to } }))
}

/** Whether a label is the one with this id, or lies under it at any depth. */
function isInside({ db }: OpenLibrary, label: LabelRow, id: LabelId): boolean {
  const byId = new Map(labels(db).map(one => [one.id, one]))
  for (let at: LabelRow | undefined = label; at; at = at.parent === null ? undefined : byId.get(at.parent)) {
    if (at.id === id)
      return true
  }
  return false
}

function edit(library: OpenLibrary, title: ActTitle, changes: ActionChanges, photos: Uint32Array = new Uint32Array(0), labelsAfter?: Uint32Array): Done {
  return act(library, { kind: 'edit-label', title, effort: 0, changes, photos, labels: labelsAfter })
}
