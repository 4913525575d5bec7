import type { ChooseMode } from '../map/photo-map-types'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { rowsOf } from '../map/rows-of'
import { combinePhotos } from './combine-photos'
import { countsOf } from './counts-of'
import { usePhotos } from './photos'
import { useView } from './view'

/** Where a selection came from, which decides how it is called. */
export type SelectionOrigin
  = | { kind: 'photos' }
    | { kind: 'cluster', name: string | null }
    | { kind: 'label', label: number }
    | { kind: 'suggestion', label: number }
    | { kind: 'similar', to: number }
    | { kind: 'row', guess: number }

/** The photos the next act is about. */
export const useSelection = defineStore('selection', () => {
  const columns = usePhotos()
  const view = useView()
  const photos = shallowRef<Uint32Array>(new Uint32Array())
  const origin = shallowRef<SelectionOrigin>({ kind: 'photos' })
  const isEmpty = computed(() => photos.value.length === 0)
  const set = computed(() => new Set(photos.value))

  /** What an act is about now: the photo in the large view while it is open, else the selection. */
  const target = computed(() => view.photo === null
    ? photos.value
    : Uint32Array.of(view.photo))
  const suggestedInTarget = computed(() => {
    const { ids, labels, suggestions } = columns.columns
    let count = 0
    const rows = rowsOf(ids, target.value)
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]
      if (row >= 0 && labels[row] === 0 && suggestions[row] > 0)
        count++
    }
    return count
  })

  /** How many of the selected photos have each label, 0 standing for none. */
  const makeUp = computed(() => {
    const counts = countsOf(columns.labelsOf(photos.value))
    return new Map([...counts.entries()].filter(([, count]) => count > 0))
  })

  function choose(chosen: Uint32Array, mode: ChooseMode = 'replace', from: SelectionOrigin = { kind: 'photos' }): void {
    photos.value = combinePhotos(photos.value, chosen, mode)
    origin.value = mode === 'replace' && photos.value.length > 0
      ? from
      : { kind: 'photos' }
  }

  function clear(): void {
    choose(new Uint32Array())
  }

  return {
    photos,
    origin,
    isEmpty,
    set,
    target,
    suggestedInTarget,
    makeUp,
    choose,
    clear,
  }
})
