import type { Action } from './action'
import { useMap } from '../stores/map'
import { useView } from '../stores/view'

/** Makes a drag draw a lasso around photos. */
export const lassoTool: Action = {
  id: 'lasso-tool',
  group: 'Map',
  title: 'Draw a lasso by dragging',
  keys: ['S'],
  icon: 'lasso',
  enabled: () => useMap().current !== null || 'There is no map yet.',
  run: () => void (useView().tool = 'lasso'),
}
