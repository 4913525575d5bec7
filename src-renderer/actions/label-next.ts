import type { Action } from './action'
import { useMap } from '../stores/map'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Opens the queue of what to label next, or goes back to the map. */
export const labelNext: Action = {
  id: 'label-next',
  group: 'Label',
  title: () => useView().queue ? t('actions.backToMap') : t('actions.label-next'),
  keys: ['N'],
  icon: 'queue',
  enabled: () => useMap().current !== null || t('actions.noMapYet'),
  run: () => void (useView().queue = !useView().queue),
}
