import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { useView } from '../stores/view'

/** Opens the ways out of the library. */
export const exportLibrary: Action = {
  id: 'export',
  group: 'Library',
  title: 'Export…',
  keys: ['Mod+E'],
  icon: 'export',
  enabled: () => useLibrary().isOpen || 'Open a folder of photos first.',
  run: () => useView().open('export'),
}
