import type { PhotoMap } from '../map/photo-map-types'
import type { Action } from './action'
import { useMapControl } from '../stores/map-control'
import { mapIsDrawn } from './map-is-drawn'

function viewed(): PhotoMap | null {
  const { sides, moved } = useMapControl()
  return sides[moved]
}

/** Goes to the view of the map that was seen before, or forward again. */
export function goInViews(way: 'back' | 'forward'): Action {
  return {
    id: `view-${way}`,
    group: 'Map',
    title: `actions.view-${way}`,
    keys: [way === 'back' ? 'Alt+ArrowLeft' : 'Alt+ArrowRight'],
    icon: way === 'back' ? 'left' : 'right',
    enabled: mapIsDrawn,
    run: () => way === 'back' ? viewed()?.goBack() : viewed()?.goForward(),
  }
}
