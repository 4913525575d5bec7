import type { Action } from './action'
import { useGrid } from '../stores/grid'
import { useMap } from '../stores/map'
import { useMapControl } from '../stores/map-control'
import { useSecondMap } from '../stores/second-map'
import { t } from '../words/t'

/** Opens a second map beside the shown one, or closes it. */
export const twoMaps: Action = {
  id: 'two-maps',
  group: 'Map',
  title: () => useSecondMap().isOpen ? t('actions.oneMap') : t('actions.two-maps'),
  keys: ['M'],
  icon: 'beside',
  enabled: () => {
    if (!useMapControl().canBeDrawn)
      return t('map.noWebGl')
    if (useGrid().isShown)
      return t('actions.mapFirst')
    return useMap().current !== null || t('actions.noMapYet')
  },
  run: async () => {
    const second = useSecondMap()
    if (!second.isOpen)
      return await second.open()
    second.close()
    useMapControl().focus('first')
  },
}
