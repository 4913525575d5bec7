import type { Action } from './action'
import { useGrid } from '../stores/grid'
import { useMap } from '../stores/map'
import { useMapControl } from '../stores/map-control'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Lays photos that lie on one another beside one another, or back. */
export const spreadPhotos: Action = {
  id: 'spread-photos',
  group: 'Map',
  title: () => useView().spread ? t('actions.gatherPhotos') : t('actions.spread-photos'),
  keys: ['D'],
  icon: 'spread',
  enabled: () => {
    if (!useMapControl().canBeDrawn)
      return t('map.noWebGl')
    if (useGrid().isShown)
      return t('actions.mapFirst')
    return useMap().current !== null || t('actions.noMapYet')
  },
  run: () => {
    const view = useView()
    view.spread = !view.spread
  },
}
