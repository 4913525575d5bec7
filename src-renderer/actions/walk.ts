import type { Action } from './action'
import { useMap } from '../stores/map'
import { useMapControl } from '../stores/map-control'
import { t } from '../words/t'

/** Moves the keyboard to the next photo of the map in a direction. */
export function walk(direction: 'left' | 'right' | 'up' | 'down'): Action {
  return {
    id: `walk-${direction}`,
    group: 'Map',
    title: `actions.walk-${direction}`,
    keys: [{
      left: 'ArrowLeft',
      right: 'ArrowRight',
      up: 'ArrowUp',
      down: 'ArrowDown',
    }[direction]],
    listed: direction === 'left'
      ? { title: 'actions.walk', keys: '← → ↑ ↓' }
      : null,
    where: 'map',
    enabled: () => useMap().current !== null || t('actions.noMapYet'),
    run: () => useMapControl().surface?.moveFocus(direction),
  }
}
