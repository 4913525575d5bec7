import type { Action } from './action'
import { useView } from '../stores/view'
import { mapIsDrawn } from './map-is-drawn'

/** Makes a drag move the map. */
export const panTool: Action = {
  id: 'pan-tool',
  group: 'Map',
  title: 'actions.pan-tool',
  keys: ['V'],
  icon: 'hand',
  enabled: mapIsDrawn,
  run: () => void (useView().tool = 'pan'),
}
