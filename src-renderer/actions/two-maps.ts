import type { Action } from './action'
import { useMapControl } from '../stores/map-control'
import { useSecondMap } from '../stores/second-map'
import { t } from '../words/t'
import { mapIsDrawn } from './map-is-drawn'

/** Opens a second map beside the shown one, or closes it. */
export const twoMaps: Action = {
  id: 'two-maps',
  group: 'Map',
  title: () => useSecondMap().isOpen ? t('actions.oneMap') : t('actions.two-maps'),
  keys: ['M'],
  icon: 'beside',
  enabled: mapIsDrawn,
  run: async () => {
    const second = useSecondMap()
    if (!second.isOpen)
      return await second.open()
    second.close()
    useMapControl().focus('first')
  },
}
