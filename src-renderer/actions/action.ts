import type { IconName } from '../components/icons'
import type { PlainKey } from '../words/catalogue'
import { t } from '../words/t'

/** Where an action stands in menus and in the list of keys. */
export const actionGroups = [
  'Library',
  'Label',
  'Map',
  'Photo',
  'Find',
  'Learn',
  'Help',
] as const
type ActionGroup = typeof actionGroups[number]

/**
 * Where an action's keys act: while the map has the keyboard, while the queue of what to label next has it, in the large
 * view of a photo, everywhere, or everywhere but in the large view, which is the usual.
 */
export type ActionPlace = 'map' | 'queue' | 'photo' | 'everywhere' | 'page'

/** One thing a person can do. Buttons, menus, keys, tooltips and the list of keys are all made from it. */
export interface Action {
  id: string
  group: ActionGroup
  /** What it does, in the catalogues; may depend on how things stand. */
  title: PlainKey | (() => string)
  /** Keys it has until a person gives it others, such as `Mod+Z`, `Shift+L`, `ArrowLeft` or `?`; `Mod` is Cmd on a Mac and Ctrl elsewhere. */
  keys: readonly string[]
  icon?: IconName
  /** How the list of keys calls it together with its brothers, null where a brother speaks for it. By default as its title. */
  listed?: { title: PlainKey, keys: string } | null
  /** By default `page`. */
  where?: ActionPlace
  /** Whether text is typed after it: where it is refused, that is not taken for commands. */
  typed?: true
  /** True, or why it cannot be done now. */
  enabled: () => true | string
  run: () => void | Promise<void>
}

/** An action's title as things stand now. */
export function titleOf(action: Action): string {
  return typeof action.title === 'string'
    ? t(action.title)
    : action.title()
}
