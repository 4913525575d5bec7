import type { Action } from './action'
import { useMap } from '../stores/map'
import { t } from '../words/t'

/** Shows the map of the next higher layer of the network, or of the next lower one. */
export function goToLayer(way: 'higher' | 'lower'): Action {
  const next = () => {
    const { layers, layer } = useMap()
    return layers[layer + (way === 'higher' ? 1 : -1)]
  }
  return {
    id: `${way}-layer`,
    group: 'Map',
    title: way === 'higher' ? 'actions.higher-layer' : 'actions.lower-layer',
    keys: [way === 'higher' ? ']' : '['],
    enabled: () => {
      const { layers, layer } = useMap()
      if (layers.length < 2)
        return t('actions.oneLayerOnly')
      if (layer < 0)
        return t('actions.shownWasLearnt')
      return next() !== undefined || t(way === 'higher' ? 'actions.highestLayer' : 'actions.lowestLayer')
    },
    run: async () => void await useMap().show(next()!.id),
  }
}
