import type { Action } from './action'
import { useLabels } from '../stores/labels'
import { useSelection } from '../stores/selection'
import { t } from '../words/t'

/** How many labels have a key of their own. */
export const labelKeys = 9

/** Gives the selected photos the n-th label of the list, n from 1. */
export function giveLabel(n: number): Action {
  const label = () => useLabels().labels[n - 1]
  return {
    id: `give-label-${n}`,
    group: 'Label',
    title: () => label()
      ? t('actions.giveLabelNamed', { label: label().name })
      : t('actions.giveLabelNumber', { n }),
    keys: [
      String(n),
    ],
    listed: n === 1
      ? { title: 'actions.giveLabels', keys: `1 – ${labelKeys}` }
      : null,
    where: 'everywhere',
    enabled() {
      if (!label())
        return t('actions.fewerLabels', { n })
      return useSelection().target.length > 0 || t('actions.selectPhotosFirst')
    },
    async run() {
      await useLabels().assign(useSelection().target, label().id)
    },
  }
}
