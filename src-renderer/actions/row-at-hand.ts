import { useQueue } from '../stores/queue'
import { useView } from '../stores/view'
import { t } from '../words/t'

/** True while the queue is open and has a row, else what to do first. */
export function rowAtHand(): true | string {
  if (!useView().queue)
    return t('actions.openQueueFirst')
  return useQueue().current !== undefined || t('actions.nothingLeft')
}
