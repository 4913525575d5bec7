import type { Action } from './action'
import { useMap } from '../stores/map'
import { useMapControl } from '../stores/map-control'

/** Moves the keyboard to the next photo of the map in a direction. */
export function walk(direction: 'left' | 'right' | 'up' | 'down'): Action {
  return {
    id: `walk-${direction}`,
    group: 'Map',
    title: `Go to the next photo ${{
      left: 'on the left',
      right: 'on the right',
      up: 'above',
      down: 'below',
    }[direction]}`,
    keys: [{
      left: 'ArrowLeft',
      right: 'ArrowRight',
      up: 'ArrowUp',
      down: 'ArrowDown',
    }[direction]],
    listed: direction === 'left'
      ? { title: 'Walk from photo to photo', keys: '← → ↑ ↓' }
      : null,
    where: 'map',
    enabled: () => useMap().current !== null || 'There is no map yet.',
    run: () => useMapControl().drawn?.moveFocus(direction),
  }
}
