import type { Action } from './action'
import { useView } from '../stores/view'

/** Shows the photo the keyboard stands on, large. */
export const openPhoto: Action = {
  id: 'open-photo',
  group: 'Map',
  title: 'Open the photo',
  keys: ['Enter'],
  where: 'map',
  enabled: () => useView().focus !== null || 'Walk to a photo with the arrow keys first.',
  run: () => void (useView().photo = useView().focus),
}
