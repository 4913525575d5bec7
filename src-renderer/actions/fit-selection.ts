import type { Action } from './action'
import { useMapControl } from '../stores/map-control'
import { useSelection } from '../stores/selection'
import { t } from '../words/t'

/** Zooms so that the selected photos fill the view. */
export const fitSelection: Action = {
  id: 'fit-selection',
  group: 'Map',
  title: 'actions.fit-selection',
  keys: ['Z'],
  icon: 'focus',
  enabled: () => !useSelection().isEmpty || t('actions.selectPhotosFirst'),
  run: () => useMapControl().surface?.fit(useSelection().photos),
}
