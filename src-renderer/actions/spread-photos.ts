import type { Action } from './action'
import { useMapControl } from '../stores/map-control'
import { useView } from '../stores/view'
import { t } from '../words/t'
import { mapIsDrawn } from './map-is-drawn'

/** Lays photos that lie on one another beside one another, or back. */
export const spreadPhotos: Action = {
  id: 'spread-photos',
  group: 'Map',
  title: () => useView().spread[useMapControl().moved] ? t('actions.gatherPhotos') : t('actions.spread-photos'),
  keys: ['D'],
  icon: 'spread',
  enabled: mapIsDrawn,
  run: () => {
    const { spread } = useView()
    const { moved } = useMapControl()
    spread[moved] = !spread[moved]
  },
}
