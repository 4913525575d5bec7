import type { Action } from './action'
import { useSecondMap } from '../stores/second-map'
import { twoMapsAreOpen } from './two-map-actions'

/** Lets each of two maps show what the other did; the photos glide to their new places. */
export const swapMaps: Action = {
  id: 'swap-maps',
  group: 'Map',
  title: 'actions.swap-maps',
  keys: ['Shift+M'],
  icon: 'swap',
  enabled: twoMapsAreOpen,
  run: () => useSecondMap().swap(),
}
