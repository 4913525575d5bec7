import type { Action } from './action'
import { useMap } from '../stores/map'
import { useView } from '../stores/view'

/** Makes a drag move the map. */
export const panTool: Action = {
  id: 'pan-tool',
  group: 'Map',
  title: 'Move the map by dragging',
  keys: ['V'],
  icon: 'hand',
  enabled: () => useMap().current !== null || 'There is no map yet.',
  run: () => void (useView().tool = 'pan'),
}
