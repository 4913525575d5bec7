import { useMapControl } from '../stores/map-control'

/**
 * Gives the keyboard back to what had it. Where that is gone, or is a field, in which a key would be a letter, what is on
 * top gets it: a dialog or the large photo, the queue, or the map.
 */
export function giveBackKeyboard(to: EventTarget | null): void {
  if (to instanceof HTMLElement && !to.matches('body, input, textarea')) {
    to.focus()
    if (document.activeElement === to)
      return
  }
  const top = document.querySelector<HTMLElement>('[role=dialog]') ?? document.querySelector<HTMLElement>('[data-queue]')
  const control = useMapControl()
  if (top)
    top.focus()
  else
    control.focus(control.moved)
}

/** Whether the keyboard is in an element, or nowhere since what had it is gone. */
export function hasKeyboard(element: Element | null | undefined): boolean {
  return document.activeElement === document.body || element?.contains(document.activeElement) === true
}
