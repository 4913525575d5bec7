import type { Action } from './action'
import { useQueue } from '../stores/queue'
import { useView } from '../stores/view'
import { t } from '../words/t'
import { rowAtHand } from './row-at-hand'

/** Gives the row of the queue the label it is thought to have; where nothing is known, asks for a name. */
export const acceptRow: Action = {
  id: 'accept-row',
  group: 'Label',
  title: 'actions.accept-row',
  keys: ['Enter'],
  icon: 'check',
  where: 'queue',
  enabled: () => {
    const row = rowAtHand()
    if (row !== true)
      return row
    const queue = useQueue()
    if (queue.kept.length === 0)
      return t('actions.rowStruckOut')
    return queue.current?.guess === 0 || queue.isSeen() || t('actions.rowJustCame')
  },
  run: async () => {
    if (useQueue().current!.guess === 0)
      useView().naming++
    else
      await useQueue().accept()
  },
}
