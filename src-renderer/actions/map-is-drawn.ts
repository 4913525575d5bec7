import { useGrid } from '../stores/grid'
import { useMap } from '../stores/map'
import { useMapControl } from '../stores/map-control'
import { t } from '../words/t'

/** Whether a map is drawn, and not the grid; else why not. */
export function mapIsDrawn(): true | string {
  if (!useMapControl().canBeDrawn)
    return t('map.noWebGl')
  if (useGrid().isShown)
    return t('actions.mapFirst')
  return useMap().current !== null || t('actions.noMapYet')
}
