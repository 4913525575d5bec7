import { nextTick, onBeforeUnmount, onUnmounted } from 'vue'
import { giveBackKeyboard, hasKeyboard } from './give-back-keyboard'

/** Gives the keyboard back when a part of the page goes that has it: to what had it before, or null for the view on top. */
export function useKeyboardBack(part: () => Element | null | undefined, before = document.activeElement): void {
  let had = false
  onBeforeUnmount(() => had = hasKeyboard(part()))
  onUnmounted(() => had && giveBackKeyboard(before))
}

/** The same for a dialog, which hears of its end by an event. @returns what is to hear it, and how the keyboard is given back sooner */
export function useKeyboardBackFromDialog(): { giveBack: () => void, onClosed: (event: Event) => Promise<void> } {
  const before = document.activeElement
  const giveBack = (): void => giveBackKeyboard(before)

  async function onClosed(event: Event): Promise<void> {
    event.preventDefault()
    await nextTick()
    if (hasKeyboard(null))
      giveBack()
  }
  return { giveBack, onClosed }
}
