import { useMapControl } from '../stores/map-control'
import { useSecondMap } from '../stores/second-map'
import { t } from '../words/t'

/** True while two maps are drawn, or how to get the second one. */
export function twoMapsAreOpen(): true | string {
  return (useSecondMap().isOpen && useMapControl().sides.second !== null) || t('actions.twoMapsFirst')
}
