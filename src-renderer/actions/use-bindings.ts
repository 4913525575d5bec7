import type { Action } from './action'
import type { ActionId } from './table'
import { isMac } from '../stores/desktop'
import { usePreferences } from '../stores/preferences'
import { t } from '../words/t'
import { titleOf } from './action'
import { clashOf, keysOf, mayHaveKeys } from './bindings'
import { wordsOfKeys } from './keys'
import { actions } from './table'

const all = Object.values<Action>(actions)

/** The keys of an action as they are now, in a person's words, the first of them by default. */
export function wordsOfKeysOf(id: ActionId): string | undefined {
  const [first] = keysOf(actions[id], usePreferences().bindings)
  return first && wordsOfKeys(first, isMac())
}

/** Gives an action these keys instead of its own. @returns true, or why it can't have them */
export function bind(id: ActionId, keys: string): true | string {
  const preferences = usePreferences()
  const may = mayHaveKeys(actions[id], keys)
  if (may !== true)
    return may
  const clash = clashOf(actions[id], keys, all, preferences.bindings)
  if (clash)
    return t('actions.keyIsAlready', { keys: wordsOfKeys(keys, isMac()), title: titleOf(clash) })
  preferences.bindings = { ...preferences.bindings, [id]: [keys] }
  return true
}

/** Leaves an action without a key. */
export function unbind(id: ActionId): void {
  const preferences = usePreferences()
  preferences.bindings = { ...preferences.bindings, [id]: [] }
}

/** Gives an action its own keys back. @returns true, or which other action has one of them now */
export function bindAsUsual(id: ActionId): true | string {
  const preferences = usePreferences()
  for (const keys of actions[id].keys) {
    const clash = clashOf(actions[id], keys, all, preferences.bindings)
    if (clash)
      return t('actions.keyIsNow', { keys: wordsOfKeys(keys, isMac()), title: titleOf(clash) })
  }
  const { [id]: _, ...others } = preferences.bindings
  preferences.bindings = others
  return true
}

/** Gives every action its own keys back. */
export function bindAllAsUsual(): void {
  usePreferences().bindings = {}
}
