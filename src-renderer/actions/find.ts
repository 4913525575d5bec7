import type { Action } from './action'
import { useLibrary } from '../stores/library'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Opens the search and puts the keyboard into it, or closes it while the keyboard is there. */
export const find: Action = {
  id: 'find',
  group: 'Find',
  title: 'actions.find',
  keys: ['/', 'Mod+F'],
  icon: 'search',
  typed: true,
  enabled: () => useLibrary().isOpen || t('actions.openFolderFirst'),
  run: () => {
    const view = useView()
    if (view.finding && document.activeElement?.closest('[data-testid=find]'))
      view.finding = false
    else if (view.finding)
      view.askedToFind++
    else
      view.finding = true
  },
}
