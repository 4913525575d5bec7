import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { movedBy, noZoom, zoomedAt } from './zoom-box'

/** How much nearer a photo comes that is shown larger than it is already. */
const smallNearer = 3

/** How near the large view is: one zoom for both photos while two are compared, so that the same part of each is seen. */
export const usePhotoZoom = defineStore('photo-zoom', () => {
  const zoom = ref(noZoom)
  /** Screen pixels to a pixel of the (first) photo while all of it is seen; null while that is not known. */
  const fitted = ref<number | null>(null)
  /** The same as it is shown now. */
  const share = computed(() => fitted.value === null
    ? null
    : Math.round(fitted.value * zoom.value.scale * 1e4) / 1e4)

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

  /** Goes from the whole photo to one screen pixel for each of its own, about a point, and back. */
  function fitOrFull(x = 0, y = 0): void {
    if (zoom.value.scale > 1)
      fit()
    else
      zoomBy(fitted.value !== null && fitted.value < 1 ? 1 / fitted.value : smallNearer, x, y)
  }

  return { zoom, fitted, share, zoomBy, moveBy, fit, fitOrFull }
})
