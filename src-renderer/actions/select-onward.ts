import type { Action } from './action'
import { useMap } from '../stores/map'
import { useMapControl } from '../stores/map-control'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Walks to the next photo in a direction and selects both it and the one before. */
export function selectOnward(direction: 'left' | 'right' | 'up' | 'down'): Action {
  return {
    id: `select-${direction}`,
    group: 'Label',
    title: `actions.select-${direction}`,
    keys: [{ left: 'Shift+ArrowLeft', right: 'Shift+ArrowRight', up: 'Shift+ArrowUp', down: 'Shift+ArrowDown' }[direction]],
    listed: direction === 'left' ? { title: 'actions.selectWalking', get keys() { return `${t('keys.Shift')} ← → ↑ ↓` } } : null,
    where: 'map',
    enabled: () => useMap().current !== null || t('actions.noMapYet'),
    run: () => {
      const view = useView()
      const before = view.focus
      useMapControl().surface?.moveFocus(direction)
      const both = [before, view.focus].filter((photo): photo is number => photo !== null)
      useSelection().choose(Uint32Array.from(both), 'add')
    },
  }
}
