import type { Action } from './action'
import { usePreferences } from '../stores/preferences'

/** Changes between light and dark. */
export const changeTheme: Action = {
  id: 'change-theme',
  group: 'Map',
  title: () => usePreferences().dark
    ? 'Light colours'
    : 'Dark colours',
  keys: [],
  icon: 'theme',
  enabled: () => true,
  run: () => void (usePreferences().theme = usePreferences().dark
    ? 'light'
    : 'dark'),
}
