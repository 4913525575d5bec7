import type { Saying } from './said-labels'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { float32Of, uint32Of } from '#shared/contract/blobs'
import { coalesce } from '../client/coalesce'
import { areSame } from '../map/are-same'
import { rowIn } from '../map/row-in'
import { rowsOf } from '../map/rows-of'
import { SaidLabels, withSaying } from './said-labels'
import { useCore } from './use-core'

/** What the page knows of every photo, as columns of equal length in rising order of `ids`. */
export interface PhotoColumns {
  ids: Uint32Array
  /** Label ids, 0 where there is none. */
  labels: Uint32Array
  /** Suggested label ids, 0 where there is none. */
  suggestions: Uint32Array
  confidences: Float32Array
  /** Width ÷ height. */
  aspects: Float32Array
  /** Numbers that change with a photo's picture. */
  versions: Uint32Array
}

const none: PhotoColumns = {
  ids: new Uint32Array(),
  labels: new Uint32Array(),
  suggestions: new Uint32Array(),
  confidences: new Float32Array(),
  aspects: new Float32Array(),
  versions: new Uint32Array(),
}

const columnNames = Object.keys(none) as (keyof PhotoColumns)[]

/** The row of a photo in rising ids, −1 where it is not there. */
export function rowOf(ids: Uint32Array, photo: number): number {
  return rowIn(ids, photo, 0, ids.length)
}

/** Values of some photos, whose ids rise, put into the rows of all; 0 for the others. */
export function inRows<T extends Uint32Array | Float32Array>(ids: Uint32Array, some: Uint32Array, values: T): T {
  const column = new (values.constructor as { new (length: number): T })(ids.length)
  for (let row = 0, at = 0; row < ids.length && at < some.length;) {
    if (ids[row] === some[at])
      column[row++] = values[at++]
    else if (ids[row] < some[at])
      row++
    else
      at++
  }
  return column
}

/** The columns of all photos, with what a person has just said of them. */
export const usePhotos = defineStore('photos', () => {
  const core = useCore()
  const columns = shallowRef<PhotoColumns>(none)
  /** Grows with every answer of the core: what the core works out from labels is to be asked anew. */
  const told = ref(0)
  /** The labels as the core told them. */
  let toldLabels = none.labels
  const said = new SaidLabels()
  /** Photos whose file was not there when it was wanted last. */
  const gone = shallowRef<ReadonlySet<number>>(new Set())

  /** One question after another: an older answer must not take the place of a newer one. */
  let asking: Promise<void> = Promise.resolve()
  const inTurn = (ask: () => Promise<void>) => (): Promise<void> => asking = asking.catch(() => {}).then(ask)

  const refresh = coalesce(inTurn(async () => {
    const withSaid = said.asking()
    const [answer, missed] = await Promise.all([core.photos.columns(), core.photos.gone()])
    if (missed.length !== gone.value.size || missed.some(photo => !gone.value.has(photo)))
      gone.value = new Set(missed)
    const [answered, labels, suggestions, confidences, aspects, versions] = await Promise.all([
      uint32Of(answer.ids),
      uint32Of(answer.labels),
      uint32Of(answer.suggestions),
      float32Of(answer.confidences),
      float32Of(answer.aspects),
      uint32Of(answer.versions),
    ])
    // The same list as before where it says the same: which row a photo has is known of that one.
    const ids = areSame(answered, columns.value.ids) ? columns.value.ids : answered
    withSaid(ids, labels)
    take({ ids, labels, suggestions, confidences, aspects, versions })
  }), 250)

  /** Asks only for what was said of the photos and what is suggested. */
  const refreshLabels = coalesce(inTurn(async () => {
    const withSaid = said.asking()
    const answer = await core.photos.labels()
    const [labelled, labels, suggested, suggestions, confidences] = await Promise.all([
      uint32Of(answer.labelled),
      uint32Of(answer.labels),
      uint32Of(answer.suggested),
      uint32Of(answer.suggestions),
      float32Of(answer.confidences),
    ])
    const { ids } = columns.value
    const given = inRows(ids, labelled, labels)
    withSaid(ids, given)
    take({
      ...columns.value,
      labels: given,
      suggestions: inRows(ids, suggested, suggestions),
      confidences: inRows(ids, suggested, confidences),
    })
  }), 60)

  /** Takes what the core told. Whoever shows the photos has nothing to do where they know it already. */
  function take(now: PhotoColumns): void {
    toldLabels = now.labels
    show({ ...now, labels: said.upon(now.ids, now.labels) })
    told.value++
  }

  function show(now: PhotoColumns): void {
    const shown = columns.value
    if (columnNames.some(name => !areSame(now[name], shown[name])))
      columns.value = now
  }

  /** Waits until what was asked is answered. */
  const settled = (): Promise<void> => asking.catch(() => {})

  function row(photo: number): number {
    return rowOf(columns.value.ids, photo)
  }

  /** A number that changes with a photo's picture; undefined for a photo there is not. */
  function versionOf(photo: number): number | undefined {
    return columns.value.versions[row(photo)]
  }

  /** Photos whose row passes, in rising order. */
  function where(passes: (row: number, columns: PhotoColumns) => boolean): Uint32Array {
    const all = columns.value
    const found: number[] = []
    for (let i = 0; i < all.ids.length; i++) {
      if (passes(i, all))
        found.push(all.ids[i])
    }
    return Uint32Array.from(found)
  }

  /** Label ids of the photos as they are shown, 0 for none. */
  function labelsOf(photos: Uint32Array): Uint32Array {
    const { ids, labels } = columns.value
    const rows = rowsOf(ids, photos)
    const their = new Uint32Array(rows.length)
    for (let at = 0; at < rows.length; at++)
      their[at] = rows[at] < 0 ? 0 : labels[rows[at]]
    return their
  }

  /** Shows what is said of photos, which the core is about to be told. */
  function say(saying: Saying): void {
    said.say(saying)
    showSaid()
  }

  /** The core has done what was said, or will not do it: then photos are shown as they were. */
  function settle(saying: Saying, isDone: boolean): void {
    const { ids } = columns.value
    if (isDone ? said.isDone(saying) : said.takeBack(saying)) {
      if (isDone)
        toldLabels = withSaying(saying, ids, toldLabels)
      showSaid()
    }
  }

  function showSaid(): void {
    show({ ...columns.value, labels: said.upon(columns.value.ids, toldLabels) })
  }

  function clear(): void {
    said.clear()
    toldLabels = none.labels
    columns.value = none
    gone.value = new Set()
  }

  return { columns, told, gone, refresh, refreshLabels, settled, row, versionOf, where, labelsOf, say, settle, clear }
})
