import type { Action, ActionPlace } from './action'
import type { ActionId } from './table'
import { onBeforeUnmount, onMounted } from 'vue'
import { desktop, isMac } from '../stores/desktop'
import { useNotices } from '../stores/notices'
import { usePreferences } from '../stores/preferences'
import { useView } from '../stores/view'
import { keysOf } from './bindings'
import { isPress } from './keys'
import { actions } from './table'

/** Does an action if it can be done now. @returns whether it was done */
export function perform(id: ActionId): boolean {
  const action = actions[id]
  if (action.enabled() !== true)
    return false
  void useNotices().attempt(async () => action.run())
  return true
}

/** Lets keys and the desktop's menu do actions for as long as the component lives. */
export function useActions(): void {
  const mac = isMac()
  const view = useView()
  const preferences = usePreferences()

  function isPlace(place: ActionPlace, target: EventTarget | null): boolean {
    if (place === 'everywhere')
      return true
    if (view.photo !== null || place === 'photo')
      return view.photo !== null && place === 'photo'
    return place === 'page' || (place === (view.queue ? 'queue' : 'map') && isOn(place, target))
  }

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || isForSomethingElse(event))
      return
    for (const [id, action] of Object.entries<Action>(actions)) {
      if (!isPlace(action.where ?? 'page', event.target) || !keysOf(action, preferences.bindings).some(keys => isPress(event, keys, mac)))
        continue
      if (perform(id as ActionId) || event.key.startsWith('Arrow') || event.ctrlKey || event.metaKey)
        event.preventDefault()
      return
    }
  }

  /** Typing, a dialog or an open menu has its own use for the keys. */
  function isForSomethingElse(event: KeyboardEvent): boolean {
    if (view.dialog !== null)
      return true
    const target = event.target
    if (!(target instanceof HTMLElement))
      return false
    const own = 'input:not([type=range]), textarea, select, [role=menu]'
    return target.isContentEditable || target.closest(view.photo === null
      ? `${own}, [role=dialog]`
      : own) !== null
  }

  onMounted(() => {
    window.addEventListener('keydown', onKey)
    desktop()?.onMenu(id => perform(id))
  })
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}

function isOn(place: 'map' | 'queue', target: EventTarget | null): boolean {
  return target === document.body || (target instanceof HTMLElement && target.closest(`[data-${place}]`) !== null)
}
