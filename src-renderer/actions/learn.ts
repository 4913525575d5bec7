import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { useRuns } from '../stores/runs'

/** Trains on the labels and lets the map re-form. */
export const learn: Action = {
  id: 'learn',
  group: 'Learn',
  title: 'Learn from the labels',
  keys: ['Mod+Enter'],
  icon: 'learn',
  enabled: () => useLibrary().isOpen
    ? useRuns().ready
    : 'Open a folder of photos first.',
  run: () => useRuns().learn(),
}
