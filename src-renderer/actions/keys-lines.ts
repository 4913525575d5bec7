import type { Action } from './action'
import type { Bindings } from './bindings'
import { t } from '../words/t'
import { titleOf } from './action'
import { keysOf } from './bindings'
import { wordsOfKeys } from './keys'

/** A line of the list of keys. */
export interface KeysLine {
  id: string
  group: Action['group']
  title: string
  keys: string[]
}

/** What the list of keys says: of brothers one line together, unless one of them has been given another key. */
export function keysLines(all: readonly Action[], bindings: Bindings, mac: boolean): KeysLine[] {
  return all.map((action) => {
    const family = familyOf(action, all)
    const { listed } = family.some(({ id }) => bindings[id] !== undefined) ? {} : action
    return {
      id: action.id,
      group: action.group,
      title: listed ? t(listed.title) : titleOf(action),
      keys: listed === null ? [] : listed ? [listed.keys] : keysOf(action, bindings).map(keys => wordsOfKeys(keys, mac)),
    }
  }).filter(({ keys }) => keys.length > 0)
}

/** The one that speaks for its brothers, and these: they follow it. */
function familyOf(action: Action, all: readonly Action[]): readonly Action[] {
  let first = all.indexOf(action)
  while (first > 0 && all[first].listed === null)
    first--
  const end = all.findIndex((one, at) => at > first && one.listed !== null)
  return all.slice(first, end < 0 ? undefined : end)
}
