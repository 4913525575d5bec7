import type { Action, ActionPlace } from './action'
import type { ActionId } from './table'
import { useEventListener } from '@vueuse/core'
import { onMounted } from 'vue'
import { desktop, isMac } from '../stores/desktop'
import { useNotices } from '../stores/notices'
import { usePreferences } from '../stores/preferences'
import { useView } from '../stores/view'
import { keysOf } from './bindings'
import { isPress } from './keys'
import { actions } from './table'
import { TypedInVain } from './typed-in-vain'

/** Does an action if it can be done now, else says why not, unless it is to be quiet. @returns whether it was done */
export function perform(id: ActionId, { quiet = false } = {}): boolean {
  const action = actions[id]
  const enabled = action.enabled()
  if (enabled === true)
    void useNotices().attempt(async () => action.run())
  else if (!quiet)
    useNotices().show('refused', enabled)
  return enabled === true
}

/** Lets keys and the desktop's menu do actions for as long as the component lives. */
export function useActions(): void {
  const mac = isMac()
  const view = useView()
  const preferences = usePreferences()
  const vain = new TypedInVain()

  function isPlace(place: ActionPlace, { key, target }: KeyboardEvent): boolean {
    if (place === 'everywhere')
      return true
    if (view.photo !== null || place === 'photo')
      return view.photo !== null && place === 'photo'
    return place === 'page' || (place === (view.queue ? 'queue' : 'map') && isOn(place, target) && !pressesButton(key, target))
  }

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || isForSomethingElse(event))
      return
    for (const [id, action] of Object.entries<Action>(actions)) {
      if (!isPlace(action.where ?? 'page', event) || !keysOf(action, preferences.bindings).some(keys => isPress(event, keys, mac)))
        continue
      // Escape is pressed to be sure, and a key held down has been answered.
      const done = perform(id as ActionId, { quiet: event.key === 'Escape' || event.repeat })
      if (!done && action.typed)
        vain.begin(performance.now())
      if (done || event.key.startsWith('Arrow') || event.ctrlKey || event.metaKey)
        event.preventDefault()
      return
    }
  }

  /** Before anything else has it: also a button the keyboard is on would be pressed by what is typed. */
  function onKeyFirst(event: KeyboardEvent): void {
    // The Enter that ends a word of Chinese or Japanese is not for the field.
    if (event.isComposing)
      return event.stopPropagation()
    if (isForSomethingElse(event))
      vain.end()
    if (!vain.takes(event, performance.now()))
      return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Typing, a dialog or an open menu has its own use for the keys; the large view may lie over the dialog it was opened from. */
  function isForSomethingElse({ target }: KeyboardEvent): boolean {
    if (!(target instanceof HTMLElement))
      return view.dialog !== null
    if (view.dialog !== null && !target.closest('[data-large]'))
      return true
    const own = 'input:not([type=range]), textarea, select, [role=menu]'
    return target.isContentEditable || target.closest(view.photo === null
      ? `${own}, [role=dialog]`
      : own) !== null
  }

  useEventListener(window, 'keydown', onKeyFirst, { capture: true })
  useEventListener(window, 'pointerdown', () => vain.end(), { capture: true })
  useEventListener(window, 'keydown', onKey)
  onMounted(() => desktop()?.onMenu(id => perform(id)))
}

function isOn(place: 'map' | 'queue', target: EventTarget | null): boolean {
  return target === document.body || (target instanceof HTMLElement && target.closest(`[data-${place}]`) !== null)
}

/** Whether a key presses the button it is on, such as one that closes the queue; a photo is there to be acted on. */
function pressesButton(key: string, target: EventTarget | null): boolean {
  return (key === 'Enter' || key === ' ') && target instanceof HTMLElement && target.closest('button:not([data-photo])') !== null
}
