import type { Ref } from 'vue'
import type { CanvasPoint } from '../map/photo-map-types'
import type { MapSide } from '../stores/map-control'
import { useEventListener } from '@vueuse/core'

interface Asked {
  photo: number
  side?: MapSide
  at?: CanvasPoint | null
}

/** A test or a helping program may ask where on the page a photo is: the answer is written into the event's own object. */
export function useProbe(host: Ref<HTMLElement | null>, screenOf: (photo: number, side: MapSide) => CanvasPoint | null | undefined): void {
  useEventListener(document, 'silhouette:probe', ({ detail }: CustomEvent<Asked>) => {
    const side = detail.side ?? 'first'
    const at = screenOf(detail.photo, side)
    const box = (host.value?.matches('[data-map]') ? host.value : host.value?.querySelector(`[data-map="${side}"]`))?.getBoundingClientRect()
    detail.at = at && box
      ? { x: box.left + at.x, y: box.top + at.y }
      : null
  })
}
