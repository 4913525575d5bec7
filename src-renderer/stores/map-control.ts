import type { MapCanvas, PhotoMap } from '../map/photo-map-types'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/** The drawn map while it is on the page, so that actions and panels can move it. */
export const useMapControl = defineStore('map-control', () => {
  /** What the maps are drawn on; null until it is there. */
  const canvas = shallowRef<MapCanvas | null>(null)
  /** False where the browser has nothing to draw a map with. */
  const canBeDrawn = ref(true)
  const drawn = shallowRef<PhotoMap | null>(null)
  return { canvas, canBeDrawn, drawn }
})
