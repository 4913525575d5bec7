import type { Action } from './action'
import { useView } from '../stores/view'
import { mapIsDrawn } from './map-is-drawn'

/** Makes a drag draw a lasso around photos. */
export const lassoTool: Action = {
  id: 'lasso-tool',
  group: 'Map',
  title: 'actions.lasso-tool',
  keys: ['S'],
  icon: 'lasso',
  enabled: mapIsDrawn,
  run: () => void (useView().tool = 'lasso'),
}
