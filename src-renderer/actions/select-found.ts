import type { Action } from './action'
import { useFind } from '../stores/find'
import { useSelection } from '../stores/selection'
import { t } from '../words/t'

/** Selects the photos that were found. */
export const selectFound: Action = {
  id: 'select-found',
  group: 'Find',
  title: 'actions.select-found',
  keys: [],
  enabled: () => {
    const { found } = useFind()
    if (!found)
      return t('actions.lookFirst')
    return found.length > 0 || t('actions.nothingFound')
  },
  run: () => useSelection().choose(useFind().found!),
}
