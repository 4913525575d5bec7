import type { Action } from './action'
import { useView } from '../stores/view'

/** Opens the field that finds every command by its name. */
export const showCommands: Action = {
  id: 'commands',
  group: 'Help',
  title: 'actions.commands',
  keys: ['Mod+K'],
  icon: 'command',
  where: 'everywhere',
  enabled: () => true,
  run: () => useView().open('commands'),
}
