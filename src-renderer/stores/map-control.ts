import type { MapCanvas, PhotoMap } from '../map/photo-map-types'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'

/** Which of the two maps: the shown one, or the one beside it. */
export type MapSide = 'first' | 'second'

/** What actions and panels can move: a map, or the grid that stands in its place. */
export type PhotoSurface = Pick<PhotoMap, 'fit' | 'zoomBy' | 'focusPhoto' | 'moveFocus' | 'screenOf'>

/** The drawn maps while they are on the page, so that actions and panels can move them. */
export const useMapControl = defineStore('map-control', () => {
  /** What the maps are drawn on; null until it is there. */
  const canvas = shallowRef<MapCanvas | null>(null)
  /** False where the browser has nothing to draw a map with. */
  const canBeDrawn = ref(true)
  const sides = shallowReactive<Record<MapSide, PhotoMap | null>>({ first: null, second: null })
  /** Whether photos or the camera of a map move. */
  const moving = shallowReactive<Record<MapSide, boolean>>({ first: false, second: false })
  /** The map that has the keyboard, or had it last. */
  const at = ref<MapSide>('first')
  /** The map that keys and buttons move. */
  const moved = computed<MapSide>(() => sides[at.value] ? at.value : 'first')
  const other = computed<MapSide>(() => at.value === 'first' ? 'second' : 'first')
  /** The photo under the pointer, and over which map. */
  const hovered = shallowRef<{ photo: number, side: MapSide } | null>(null)
  /** The grid while it stands in the map's place. */
  const grid = shallowRef<PhotoSurface | null>(null)
  /** What keys and buttons move. */
  const surface = computed<PhotoSurface | null>(() => grid.value ?? sides[moved.value])

  /** Gives the keyboard to a map. */
  function focus(side: MapSide): void {
    document.querySelector<HTMLElement>(`[data-map="${side}"]`)?.focus()
  }

  return { canvas, canBeDrawn, sides, moving, at, moved, other, hovered, grid, surface, focus }
})
