import type { Action } from './action'
import { useSelection } from '../stores/selection'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Adds the photo the keyboard stands on to the selection, or takes it out. */
export const selectFocused: Action = {
  id: 'select-focused',
  group: 'Label',
  title: 'actions.select-focused',
  keys: ['Space'],
  where: 'map',
  enabled: () => useView().focus !== null || t('actions.walkFirst'),
  run: () => {
    const photo = Uint32Array.of(useView().focus!)
    const selection = useSelection()
    selection.choose(photo, selection.set.has(photo[0])
      ? 'remove'
      : 'add')
  },
}
