import type { Done } from '#main/app/act'
import type { OpenLibrary } from '#main/app/open-library'
import type { ActionChanges } from '#main/store/actions'
import type { LabelRow } from '#main/store/labels'
import type { LabelId } from '#shared/domain/ids'
import { act } from '#main/app/act'
import { Unknown } from '#main/app/app-errors'
import { checkPhotos } from '#main/app/photo-given'
import { labelById, labelByName, labels, nextLabelId } from '#main/store/labels'
import { actTitle, labelTitle } from '#shared/domain/act-title'
import { foldedName, labelFinder } from '#shared/domain/label-name'
import { freshColours } from '#shared/domain/label-palette'

/** Which label photos are to get: one there is, or one by name, made when it is new. */
export type Wanted = { id: LabelId } | { name: string } | null

/**
 * Gives photos one label, or with null takes theirs away: one act.
 * @throws UNKNOWN_LABEL, UNKNOWN_PHOTO
 */
export function labelPhotos(library: OpenLibrary, photos: Uint32Array, wanted: Wanted): Done & { label: LabelId | null } {
  checkPhotos(library, photos)
  const { label, changes } = wanted === null
    ? { label: null, changes: {} }
    : resolve(library, wanted)
  const done = act(library, {
    kind: 'label',
    title: labelTitle(photos.length, label?.name ?? null),
    effort: 1,
    changes,
    photos,
    labels: new Uint32Array(photos.length).fill(label?.id ?? 0),
  })
  return { ...done, label: label?.id ?? null }
}

/** Gives each photo a label of its own, by name: one act. @throws UNKNOWN_PHOTO */
export function labelEach(library: OpenLibrary, photos: Uint32Array, names: readonly string[]): Done {
  checkPhotos(library, photos)
  const known = labels(library.db)
  const labelOf = labelFinder(known)
  const made = new Map<string, LabelRow>()
  const first = nextLabelId(library.db)
  const nextColour = freshColours(known.map(({ colour }) => colour))
  const ids = names.map((name) => {
    let label = labelOf(name) ?? made.get(foldedName(name))
    if (!label) {
      label = {
        id: (first + made.size) as LabelId,
        name,
        colour: nextColour(),
        parent: null,
      }
      made.set(foldedName(name), label)
    }
    return label.id
  })
  return act(library, {
    kind: 'label',
    title: actTitle('Label {photos}', { photos: photos.length }),
    effort: 1,
    changes: {
      labels: Array.from(made.values(), after => ({ before: null, after })),
    },
    photos,
    labels: Uint32Array.from(ids),
  })
}

/** A label by id or by name. @throws UNKNOWN_LABEL */
export function labelNamed({ db }: OpenLibrary, wanted: Exclude<Wanted, null>): LabelRow {
  const label = 'id' in wanted
    ? labelById(db, wanted.id)
    : labelByName(db, wanted.name)
  if (!label) {
    throw new Unknown('label', 'id' in wanted
      ? wanted.id
      : wanted.name, labels(db).map(({ name }) => name))
  }
  return label
}

function resolve(library: OpenLibrary, wanted: Exclude<Wanted, null>): { label: LabelRow, changes: ActionChanges } {
  const known = 'name' in wanted
    ? labelByName(library.db, wanted.name)
    : labelNamed(library, wanted)
  if (known)
    return { label: known, changes: {} }
  const label: LabelRow = {
    id: nextLabelId(library.db),
    name: (wanted as { name: string }).name,
    colour: freshColours(labels(library.db).map(({ colour }) => colour))(),
    parent: null,
  }
  return {
    label,
    changes: {
      labels: [
        { before: null, after: label },
      ],
    },
  }
}
