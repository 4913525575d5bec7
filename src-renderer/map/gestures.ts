import type { CanvasPoint } from './photo-map-types'

/** What the hand does on a map; places in CSS px from its top left. */
export interface GestureTargets {
  hover: (at: CanvasPoint | null) => void
  /** Whether a drag that starts with these keys draws a lasso. */
  drawsLasso: (event: PointerEvent) => boolean
  pan: (dx: number, dy: number) => void
  lasso: (at: CanvasPoint, phase: 'start' | 'go on') => void
  lassoEnd: (event: PointerEvent) => void
  lassoCancel: () => void
  click: (at: CanvasPoint, event: PointerEvent) => void
  doubleClick: (at: CanvasPoint) => void
  /** `smooth` for a wheel that goes in steps. */
  zoom: (at: CanvasPoint, factor: number, smooth: boolean) => void
  /** A drag has begun or ended. */
  dragging: (what: 'pan' | 'lasso' | null) => void
}

/** CSS px a press may wander and still be a click. */
const clickSlop = 4
const perWheelPx = 0.0022
const perPinchPx = 0.01
const lineHeight = 16

/** Turns a map's pointer and wheel events into gestures until the signal aborts. */
export function listenToGestures(pane: HTMLElement, targets: GestureTargets, signal: AbortSignal): void {
  const fingers = new Map<number, CanvasPoint>()
  let press: { id: number, start: CanvasPoint, last: CanvasPoint, lasso: boolean } | null = null
  let dragging: 'pan' | 'lasso' | null = null
  let pinched = false

  const place = (event: MouseEvent): CanvasPoint => {
    const { left, top } = pane.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const stop = (): void => {
    if (dragging !== null)
      targets.dragging(null)
    dragging = null
    press = null
  }

  pane.addEventListener('pointerdown', (event) => {
    if (event.button > 1)
      return
    fingers.set(event.pointerId, place(event))
    if (fingers.size === 2) {
      if (dragging === 'lasso')
        targets.lassoCancel()
      stop()
      pinched = true
    }
    else if (fingers.size === 1) {
      pinched = false
      press = {
        id: event.pointerId,
        start: place(event),
        last: place(event),
        lasso: event.button === 0 && targets.drawsLasso(event),
      }
    }
    if (event.button === 1)
      event.preventDefault()
  }, { signal })

  // On the window, so that a drag goes on beyond the pane.
  window.addEventListener('pointermove', (event) => {
    const at = place(event)
    if (pinched && fingers.has(event.pointerId)) {
      pinch(fingers, event.pointerId, at, targets)
      return
    }
    if (!press || press.id !== event.pointerId) {
      if (!press && event.target instanceof Node && pane.contains(event.target))
        targets.hover(at)
      return
    }
    if (dragging === null && Math.hypot(at.x - press.start.x, at.y - press.start.y) > clickSlop) {
      dragging = press.lasso
        ? 'lasso'
        : 'pan'
      targets.hover(null)
      targets.dragging(dragging)
      if (dragging === 'lasso')
        targets.lasso(press.start, 'start')
    }
    if (dragging === 'lasso')
      targets.lasso(at, 'go on')
    else if (dragging === 'pan')
      targets.pan(at.x - press.last.x, at.y - press.last.y)
    press.last = at
  }, { signal })

  window.addEventListener('pointerup', (event) => {
    fingers.delete(event.pointerId)
    if (!press || press.id !== event.pointerId)
      return
    if (dragging === 'lasso')
      targets.lassoEnd(event)
    else if (dragging === null && event.button === 0 && !pinched)
      targets.click(place(event), event)
    stop()
  }, { signal })

  window.addEventListener('pointercancel', (event) => {
    fingers.delete(event.pointerId)
    if (dragging === 'lasso')
      targets.lassoCancel()
    stop()
  }, { signal })

  window.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || dragging !== 'lasso')
      return
    // What is selected stays: it was the lasso that was meant.
    event.stopPropagation()
    targets.lassoCancel()
    stop()
  }, { signal, capture: true })

  pane.addEventListener('pointerleave', () => {
    if (!press)
      targets.hover(null)
  }, { signal })

  pane.addEventListener('dblclick', event => targets.doubleClick(place(event)), { signal })

  pane.addEventListener('wheel', (event) => {
    event.preventDefault()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL
      ? 1
      : event.deltaMode === WheelEvent.DOM_DELTA_LINE
        ? lineHeight
        : pane.clientHeight
    const px = Math.max(-240, Math.min(240, event.deltaY * unit))
    // Browsers report a trackpad's pinch as a wheel with Ctrl, in small steps.
    const isPinch = event.ctrlKey && Math.abs(px) < 50
    targets.zoom(place(event), Math.exp(-px * (isPinch
      ? perPinchPx
      : perWheelPx)), !isPinch && Math.abs(px) >= 50)
  }, { signal, passive: false })
}

/** Two fingers: what lies between them stays between them. */
function pinch(fingers: Map<number, CanvasPoint>, moved: number, at: CanvasPoint, targets: GestureTargets): void {
  const before = fingers.get(moved)!
  const other = [...fingers].find(([id]) => id !== moved)?.[1]
  fingers.set(moved, at)
  if (!other)
    return
  const apart = Math.hypot(before.x - other.x, before.y - other.y)
  if (apart > 0)
    targets.zoom({ x: (before.x + other.x) / 2, y: (before.y + other.y) / 2 }, Math.hypot(at.x - other.x, at.y - other.y) / apart, false)
  targets.pan((at.x - before.x) / 2, (at.y - before.y) / 2)
}
