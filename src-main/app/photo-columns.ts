import type { OpenLibrary } from '#main/app/open-library'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { eachMatch } from '#main/app/each-match'
import { currentSuggestions } from '#main/app/suggest-labels'
import { assignments } from '#main/store/assignments'
import { photoShapes } from '#main/store/photos'

/** One entry for each photo, in rising order of `ids`; 0 stands for no label and no suggestion. */
export interface PhotoColumns {
  ids: Uint32Array
  labels: Uint32Array
  suggestions: Uint32Array
  confidences: Float32Array
  aspects: Float32Array
  versions: Uint32Array
}

/** Everything the map must know of each photo. */
export async function photoColumns(library: OpenLibrary): Promise<PhotoColumns> {
  const { ids, versions, aspects } = await photoShapes(library.db)
  const labelled = assignments(library.db)
  await nextTurn()
  const suggested = currentSuggestions(library)
  const labels = new Uint32Array(ids.length)
  const suggestions = new Uint32Array(ids.length)
  const confidences = new Float32Array(ids.length)
  eachMatch(ids, labelled.photos, (at, from) => {
    labels[at] = labelled.labels[from]
  })
  eachMatch(ids, suggested.photos, (at, from) => {
    suggestions[at] = suggested.labels[from]
    confidences[at] = suggested.confidences[from]
  })
  return {
    ids,
    labels,
    suggestions,
    confidences,
    aspects,
    versions,
  }
}
