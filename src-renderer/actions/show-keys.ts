import type { Action } from './action'
import { useView } from '../stores/view'

/** Lists every key. */
export const showKeys: Action = {
  id: 'keys',
  group: 'Help',
  title: 'actions.keys',
  keys: ['?'],
  icon: 'keyboard',
  where: 'everywhere',
  enabled: () => true,
  run: () => useView().open('keys'),
}
