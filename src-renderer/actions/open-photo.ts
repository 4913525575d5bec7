import type { Action } from './action'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** Shows the photo the keyboard stands on, large. */
export const openPhoto: Action = {
  id: 'open-photo',
  group: 'Map',
  title: 'actions.open-photo',
  keys: ['Enter'],
  where: 'map',
  enabled: () => useView().focus !== null || t('actions.walkFirst'),
  run: () => void (useView().photo = useView().focus),
}
