import type { Action } from './action'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Empties the selection; the queue is left first. */
export const clearSelection: Action = {
  id: 'clear-selection',
  group: 'Label',
  title: () => useView().queue ? t('actions.backToMap') : t('actions.selectNothing'),
  keys: ['Escape'],
  icon: 'close',
  enabled: () => useView().queue || !useSelection().isEmpty || t('actions.selectPhotosFirst'),
  run: () => {
    useView().queue = false
    useSelection().clear()
  },
}
