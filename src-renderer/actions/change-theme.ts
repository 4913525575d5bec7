import type { Action } from './action'
import { usePreferences } from '../stores/preferences'
import { t } from '../words/t'

/** Changes between light and dark. */
export const changeTheme: Action = {
  id: 'change-theme',
  group: 'Map',
  title: () => usePreferences().dark
    ? t('actions.lightColours')
    : t('actions.darkColours'),
  keys: [],
  icon: 'theme',
  enabled: () => true,
  run: () => void (usePreferences().theme = usePreferences().dark
    ? 'light'
    : 'dark'),
}
