import type { Action, ActionPlace } from './action'
import type { KeyPress } from './keys'
import { t } from '../words/t'

/** The keys a person has given to actions, by the action's id; an action that is not named keeps its own. */
export type Bindings = Readonly<Record<string, readonly string[]>>

/** The keys an action has now. */
export function keysOf(action: Pick<Action, 'id' | 'keys'>, bindings: Bindings): readonly string[] {
  return bindings[action.id] ?? action.keys
}

/** The action, another than `action`, that has these keys already in a place where both would act. */
export function clashOf(action: Action, keys: string, all: readonly Action[], bindings: Bindings): Action | undefined {
  return all.find(other => other.id !== action.id && meet(action.where ?? 'page', other.where ?? 'page') && keysOf(other, bindings).includes(keys))
}

/** Why an action can't have these keys, whoever else has them; true where it can. */
export function mayHaveKeys(action: Action, keys: string): true | string {
  if (['Tab', 'Shift+Tab', 'Escape'].includes(keys) && !action.keys.includes(keys))
    return t('actions.keyMoves')
  if (['Enter', 'Space'].includes(keys) && action.where !== 'map' && action.where !== 'queue')
    return t('actions.keyPresses')
  if (['Mod+W', 'Mod+T', 'Mod+N', 'Mod+Q', 'Mod+R', 'Mod+L', 'Mod+C', 'Mod+V', 'Mod+X'].includes(keys))
    return t('actions.keyOfWindow')
  return true
}

/** The press as keys are spelled, `Shift+Mod+Z`; null for a press that means nothing yet (Shift alone) or belongs to the system. */
export function spellPress(press: KeyPress, mac: boolean): string | null {
  // With a letter, Alt opens menus or types other letters.
  if ((press.altKey && press.key.length === 1) || (mac ? press.ctrlKey : press.metaKey) || ['Shift', 'Control', 'Meta', 'Alt', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified'].includes(press.key))
    return null
  const mod = (mac ? press.metaKey : press.ctrlKey) ? 'Mod+' : ''
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1]
  if (digit)
    return press.shiftKey ? null : `${mod}${digit}`
  const { key } = press
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase()
  // A sign needs Shift on some keyboards and not on others, so that Shift is no part of it.
  const shift = press.shiftKey && (isLetter || key.length > 1 || key === ' ') ? 'Shift+' : ''
  return `${press.altKey ? 'Alt+' : ''}${shift}${mod}${key === ' ' ? 'Space' : isLetter ? key.toUpperCase() : key}`
}

function meet(one: ActionPlace, other: ActionPlace): boolean {
  if (one === other || one === 'everywhere' || other === 'everywhere')
    return true
  return one !== 'photo' && other !== 'photo' && (one === 'page' || other === 'page')
}
