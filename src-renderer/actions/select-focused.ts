import type { Action } from './action'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'

/** Adds the photo the keyboard stands on to the selection, or takes it out. */
export const selectFocused: Action = {
  id: 'select-focused',
  group: 'Label',
  title: 'Select the photo, or take it out',
  keys: ['Space'],
  where: 'map',
  enabled: () => useView().focus !== null || 'Walk to a photo with the arrow keys first.',
  run: () => {
    const photo = Uint32Array.of(useView().focus!)
    const selection = useSelection()
    selection.choose(photo, selection.set.has(photo[0])
      ? 'remove'
      : 'add')
  },
}
