import type { Action } from './action'
import { useMap } from '../stores/map'

/** Shows the map of the next higher layer of the network, or of the next lower one. */
export function goToLayer(way: 'higher' | 'lower'): Action {
  const next = () => {
    const { layers, layer } = useMap()
    return layers[layer + (way === 'higher' ? 1 : -1)]
  }
  return {
    id: `${way}-layer`,
    group: 'Map',
    title: way === 'higher' ? 'Look through a higher layer of the network' : 'Look through a lower layer of the network',
    keys: [way === 'higher' ? ']' : '['],
    enabled: () => {
      const { layers, layer } = useMap()
      if (layers.length < 2)
        return 'The photos were seen by one layer only. “index FOLDER --taps stage-2,stage-4,pooled” sees them by more.'
      if (layer < 0)
        return 'What is shown was learnt. Go back to the network’s own view first.'
      return next() !== undefined || `This is the ${way === 'higher' ? 'highest' : 'lowest'} layer.`
    },
    run: async () => void await useMap().show(next()!.id),
  }
}
