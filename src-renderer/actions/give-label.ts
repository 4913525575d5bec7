import type { Action } from './action'
import { useLabels } from '../stores/labels'
import { useSelection } from '../stores/selection'

/** How many labels have a key of their own. */
export const labelKeys = 9

/** Gives the selected photos the n-th label of the list, n from 1. */
export function giveLabel(n: number): Action {
  const label = () => useLabels().labels[n - 1]
  return {
    id: `give-label-${n}`,
    group: 'Label',
    title: () => label()
      ? `Label them “${label().name}”`
      : `Give label ${n}`,
    keys: [
      String(n),
    ],
    listed: n === 1
      ? { title: 'Give the label with that number', keys: `1 – ${labelKeys}` }
      : null,
    where: 'everywhere',
    enabled() {
      if (!label())
        return `There are fewer than ${n} labels.`
      return useSelection().target.length > 0 || 'Select photos on the map first.'
    },
    async run() {
      await useLabels().assign(useSelection().target, label().id)
    },
  }
}
