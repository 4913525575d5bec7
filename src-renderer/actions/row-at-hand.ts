import { useQueue } from '../stores/queue'
import { useView } from '../stores/view'

/** True while the queue is open and has a row, else what to do first. */
export function rowAtHand(): true | string {
  if (!useView().queue)
    return 'Open what to label next first.'
  return useQueue().current !== undefined || 'There is nothing left to label.'
}
