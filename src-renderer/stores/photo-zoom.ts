import { defineStore } from 'pinia'
import { ref } from 'vue'
import { movedBy, noZoom, zoomedAt } from './zoom-box'

/** How near the large view is: one zoom for both photos while two are compared, so that the same part of each is seen. */
export const usePhotoZoom = defineStore('photo-zoom', () => {
  const zoom = ref(noZoom)

  /** Zooms so that the point (in shares of the frame from its middle) stays where it is. */
  function zoomBy(factor: number, x = 0, y = 0): void {
    zoom.value = zoomedAt(zoom.value, factor, x, y)
  }

  /** Moves the picture, in shares of the frame. */
  function moveBy(x: number, y: number): void {
    zoom.value = movedBy(zoom.value, x, y)
  }

  function fit(): void {
    zoom.value = noZoom
  }

  return { zoom, zoomBy, moveBy, fit }
})
