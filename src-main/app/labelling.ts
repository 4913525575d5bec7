import type { OpenLibrary } from '#main/app/open-library'
import type { Labelling } from '#shared/contract/labels'
import { currentSuggestions } from '#main/app/suggest-labels'
import { historySummary } from '#main/store/actions'
import { countAssignments } from '#main/store/assignments'
import { labelCounts } from '#main/store/labels'

/** All labels with their counts, what undo and redo would do, and what it has cost so far. */
export function labellingOf(library: OpenLibrary): Labelling {
  const suggested = new Map<number, number>()
  for (const label of currentSuggestions(library).labels)
    suggested.set(label, (suggested.get(label) ?? 0) + 1)
  const { undo, redo, undoCall, redoCall, effort } = historySummary(library.db)
  return {
    labels: labelCounts(library.db).map(label => ({ ...label, suggested: suggested.get(label.id) ?? 0 })),
    labelled: countAssignments(library.db),
    actions: effort,
    undo,
    redo,
    undoCall,
    redoCall,
  }
}
