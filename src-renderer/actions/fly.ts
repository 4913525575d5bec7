import type { Action } from './action'
import { useMapControl } from '../stores/map-control'
import { useSelection } from '../stores/selection'
import { t } from '../words/t'
import { twoMapsAreOpen } from './two-map-actions'

/** Lets photos fly from the map that has the keyboard to where the other one shows them. */
export const fly: Action = {
  id: 'fly',
  group: 'Map',
  title: () => useSelection().isEmpty ? t('actions.fly') : t('actions.flySelected'),
  keys: ['Y'],
  icon: 'fly',
  enabled: twoMapsAreOpen,
  run: () => {
    const { canvas, sides, at, other } = useMapControl()
    const selection = useSelection()
    canvas?.fly(sides[at]!, sides[other]!, selection.isEmpty ? undefined : selection.photos)
  },
}
