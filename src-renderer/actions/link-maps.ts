import type { Action } from './action'
import { useSecondMap } from '../stores/second-map'
import { t } from '../words/t'
import { twoMapsAreOpen } from './two-map-actions'

/** Makes both maps look at the same place, or each at its own. */
export const linkMaps: Action = {
  id: 'link-maps',
  group: 'Map',
  title: () => useSecondMap().linked ? t('actions.unlinkMaps') : t('actions.link-maps'),
  keys: ['Shift+O'],
  icon: 'link',
  enabled: twoMapsAreOpen,
  run: () => void (useSecondMap().linked = !useSecondMap().linked),
}
