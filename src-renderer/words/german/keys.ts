import type { Words } from '../catalogue'

/** Keys of the keyboard, as they are printed on it. */
export const keys: Words<'keys'> = {
  Shift: 'Umschalt',
  Ctrl: 'Strg',
  Alt: 'Alt',
  Space: 'Leertaste',
  Home: 'Pos1',
  End: 'Ende',
  PageUp: 'Bild ↑',
  PageDown: 'Bild ↓',
  Delete: 'Entf',
  Insert: 'Einfg',
  Backspace: 'Rücktaste',
}
