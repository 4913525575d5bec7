import type { Action } from './action'
import { useFind } from '../stores/find'
import { useSelection } from '../stores/selection'

/** Selects the photos that were found. */
export const selectFound: Action = {
  id: 'select-found',
  group: 'Find',
  title: 'Select what was found',
  keys: [],
  enabled: () => {
    const { found } = useFind()
    if (!found)
      return 'Look for something first.'
    return found.length > 0 || 'Nothing was found.'
  },
  run: () => useSelection().choose(useFind().found!),
}
