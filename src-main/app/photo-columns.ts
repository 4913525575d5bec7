import type { OpenLibrary } from '#main/app/open-library'
import type { Assignments } from '#main/store/assignments'
import type { Suggestions } from '#main/store/suggestions'
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

/** What is said of photos and what is suggested, each in rising order of ids. */
export interface PhotoLabels {
  labelled: Assignments
  suggested: Suggestions
}

/** The labels alone: what an act may have changed. */
export async function photoLabels(library: OpenLibrary): Promise<PhotoLabels> {
  const labelled = assignments(library.db)
  await nextTurn()
  return { labelled, suggested: currentSuggestions(library) }
}

/** Everything the map must know of each photo. */
export async function photoColumns(library: OpenLibrary): Promise<PhotoColumns> {
  const { ids, versions, aspects } = await photoShapes(library.db)
  const { labelled, suggested } = await photoLabels(library)
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
  return { ids, labels, suggestions, confidences, aspects, versions }
}
