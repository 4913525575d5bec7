import type { PhotoMap } from '../map/photo-map'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** The drawn map while it is on the page, so that actions and panels can move it. */
export const useMapControl = defineStore('map-control', () => {
  const drawn = shallowRef<PhotoMap | null>(null)
  return { drawn }
})
