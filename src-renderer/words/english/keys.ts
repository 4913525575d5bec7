/** Keys of the keyboard, as they are printed on it. */
export const keys = {
  Shift: 'Shift',
  Ctrl: 'Ctrl',
  Alt: 'Alt',
  Space: 'Space',
  Home: 'Home',
  End: 'End',
  PageUp: 'Page up',
  PageDown: 'Page down',
  Delete: 'Delete',
  Insert: 'Insert',
  Backspace: 'Backspace',
} as const
