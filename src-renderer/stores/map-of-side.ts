import type { MapSide } from './map-control'
import { useMap } from './map'
import { useSecondMap } from './second-map'

/** The store of the map on a side. */
export function useMapOfSide(side: MapSide): ReturnType<typeof useMap> | ReturnType<typeof useSecondMap> {
  return side === 'first' ? useMap() : useSecondMap()
}
