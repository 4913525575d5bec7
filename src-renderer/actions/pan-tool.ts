import type { Action } from './action'
import { useMap } from '../stores/map'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Makes a drag move the map. */
export const panTool: Action = {
  id: 'pan-tool',
  group: 'Map',
  title: 'actions.pan-tool',
  keys: ['V'],
  icon: 'hand',
  enabled: () => useMap().current !== null || t('actions.noMapYet'),
  run: () => void (useView().tool = 'pan'),
}
