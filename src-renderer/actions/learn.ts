import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { useRuns } from '../stores/runs'
import { t } from '../words/t'

/** Trains on the labels and lets the map re-form. */
export const learn: Action = {
  id: 'learn',
  group: 'Learn',
  title: 'actions.learn',
  keys: ['Mod+Enter'],
  icon: 'learn',
  enabled: () => useLibrary().isOpen
    ? useRuns().ready
    : t('actions.openFolderFirst'),
  run: () => useRuns().learn(),
}
