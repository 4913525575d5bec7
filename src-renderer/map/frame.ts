import type { Viewport } from './camera'

/** Where a map is on the canvas it is drawn on, CSS px from its top left. */
export interface Frame extends Viewport {
  x: number
  y: number
}

/** The frame of an element within the canvas's host. A map that has no room yet still has a pixel. */
export function frameOf(pane: HTMLElement, host: HTMLElement): Frame {
  const inner = pane.getBoundingClientRect()
  const outer = host.getBoundingClientRect()
  return {
    x: inner.left - outer.left,
    y: inner.top - outer.top,
    width: Math.max(1, pane.clientWidth),
    height: Math.max(1, pane.clientHeight),
  }
}
