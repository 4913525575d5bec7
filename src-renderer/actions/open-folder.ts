import type { Action } from './action'
import { desktop } from '../stores/desktop'
import { useLibrary } from '../stores/library'
import { useView } from '../stores/view'

/** Chooses a folder with the desktop's own dialog, or with the page's in a browser. */
export const openFolder: Action = {
  id: 'open-folder',
  group: 'Library',
  title: 'actions.open-folder',
  keys: ['Mod+O'],
  icon: 'folder',
  enabled: () => true,
  run: async () => {
    const bridge = desktop()
    if (!bridge)
      return useView().open('folders')
    const folder = await bridge.chooseFolder()
    if (folder)
      await useLibrary().open({ folder })
  },
}
