import type { Action } from './action'
import { t } from '../words/t'
import { titleOf } from './action'

/** An action as the list of commands shows it. */
export interface FoundAction {
  action: Action
  title: string
  /** True, or why it can't be done now. */
  enabled: true | string
}

/**
 * Actions whose title, group or id has a word beginning with each word typed, the likeliest first; what can't be done
 * now comes last, and only where it was asked for.
 */
export function findActions(all: readonly Action[], typed: string): FoundAction[] {
  const asked = wordsIn(typed)
  const found = all.flatMap((action, at) => {
    const title = titleOf(action)
    const enabled = action.enabled()
    const rank = rankOf(wordsIn(title), wordsIn(`${t(`groups.${action.group}`)} ${action.id}`), asked)
    return rank < 0 || (asked.length === 0 && enabled !== true)
      ? []
      : [{ action, title, enabled, rank: rank + (enabled === true ? 0 : 100), at }]
  })
  return found
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ action, title, enabled }) => ({ action, title, enabled }))
}

/** 0 where the title begins as typed, then by where in it the words stand; −1 where a word is in neither. */
function rankOf(title: string[], more: string[], asked: string[]): number {
  let rank = 0
  for (const word of asked) {
    const at = title.findIndex(one => one.startsWith(word))
    if (at >= 0)
      rank += at
    else if (more.some(one => one.startsWith(word)))
      rank += 10
    else
      return -1
  }
  return rank
}

function wordsIn(text: string): string[] {
  return text.toLocaleLowerCase().split(/[^\p{L}\p{N}]+/u).filter(word => word !== '')
}
