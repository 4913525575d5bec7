import type { Action } from './action'
import { useMap } from '../stores/map'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Makes a drag draw a lasso around photos. */
export const lassoTool: Action = {
  id: 'lasso-tool',
  group: 'Map',
  title: 'actions.lasso-tool',
  keys: ['S'],
  icon: 'lasso',
  enabled: () => useMap().current !== null || t('actions.noMapYet'),
  run: () => void (useView().tool = 'lasso'),
}
