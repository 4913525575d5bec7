import type { Ref } from 'vue'
import type { GridBox } from '../stores/grid-layout'
import { useEventListener } from '@vueuse/core'
import { computed, onBeforeUnmount, shallowRef } from 'vue'

/** CSS px a press may wander and still be a click. */
const clickSlop = 4
/** CSS px from the rim within which a drag scrolls, and the most it scrolls a frame. */
const scrollRim = 32
const scrollStep = 24

/**
 * A rectangle drawn by dragging over what scrolls in `host`, CSS px from the top left of all of it. `done` is told
 * where it ends; Escape takes it back. A finger scrolls, as everywhere.
 */
export function useRubberBand(host: Ref<HTMLElement | null>, done: (box: GridBox, event: PointerEvent) => void) {
  const start = shallowRef<{ id: number, x: number, y: number } | null>(null)
  const end = shallowRef<{ x: number, y: number } | null>(null)
  /** Where the pointer is in the window, for the frames in which only the scrolling moves. */
  let pointer = { x: 0, y: 0 }
  let frame = 0
  let endedDrag = false

  const box = computed<GridBox | null>(() => start.value && end.value && {
    left: Math.min(start.value.x, end.value.x),
    top: Math.min(start.value.y, end.value.y),
    right: Math.max(start.value.x, end.value.x),
    bottom: Math.max(start.value.y, end.value.y),
  })

  /** A place of the window in what scrolls, never beyond its sides. */
  function placeOf({ x, y }: { x: number, y: number }): { x: number, y: number } {
    const { left, top, bottom } = host.value!.getBoundingClientRect()
    const { scrollTop, clientWidth } = host.value!
    return {
      x: Math.min(clientWidth, Math.max(0, x - left)),
      y: Math.min(bottom, Math.max(top, y)) - top + scrollTop,
    }
  }

  function stop(): void {
    cancelAnimationFrame(frame)
    start.value = null
    end.value = null
  }

  function scroll(): void {
    if (!end.value || !host.value)
      return
    const { top, bottom } = host.value.getBoundingClientRect()
    const beyond = Math.max(0, pointer.y - (bottom - scrollRim)) - Math.max(0, top + scrollRim - pointer.y)
    if (beyond !== 0) {
      host.value.scrollTop += Math.sign(beyond) * Math.min(scrollStep, Math.ceil(Math.abs(beyond) / 2))
      end.value = placeOf(pointer)
    }
    frame = requestAnimationFrame(scroll)
  }

  useEventListener(host, 'pointerdown', (event) => {
    endedDrag = false
    const onButton = event.target instanceof Element && event.target.closest('button') !== null
    const onScrollbar = event.clientX > host.value!.getBoundingClientRect().left + host.value!.clientWidth
    if (event.button !== 0 || event.pointerType === 'touch' || onButton || onScrollbar)
      return
    start.value = { id: event.pointerId, ...placeOf({ x: event.clientX, y: event.clientY }) }
  })
  useEventListener(window, 'pointermove', (event) => {
    if (start.value?.id !== event.pointerId || !host.value)
      return
    pointer = { x: event.clientX, y: event.clientY }
    const at = placeOf(pointer)
    if (end.value) {
      end.value = at
    }
    else if (Math.hypot(at.x - start.value.x, at.y - start.value.y) > clickSlop) {
      end.value = at
      frame = requestAnimationFrame(scroll)
    }
  })
  useEventListener(window, 'pointerup', (event) => {
    if (start.value?.id !== event.pointerId)
      return
    if (box.value) {
      endedDrag = true
      done(box.value, event)
    }
    stop()
  })
  useEventListener(window, 'pointercancel', stop)
  useEventListener(window, 'keydown', (event) => {
    if (event.key !== 'Escape' || !box.value)
      return
    // What is selected stays: it was the drag that was meant.
    event.stopPropagation()
    endedDrag = true
    stop()
  }, { capture: true })
  // The click that a browser makes of a drag's end is none; it makes none where the drag began on what has scrolled away, and the next may be a key's.
  useEventListener(host, 'click', (event) => {
    if (endedDrag && event.detail > 0)
      event.stopPropagation()
    endedDrag = false
  }, { capture: true })
  onBeforeUnmount(stop)

  return { box }
}
