import type { Action } from './action'
import { useQueue } from '../stores/queue'
import { rowAtHand } from './row-at-hand'

/** Strikes the photo the keyboard stands on out of its row, or takes it in again; onward: with all after it. */
export function strikePhoto(onward: boolean): Action {
  return {
    id: onward ? 'strike-onward' : 'strike-photo',
    group: 'Label',
    title: onward ? 'actions.strike-onward' : 'actions.strike-photo',
    keys: [onward ? 'Shift+Space' : 'Space'],
    where: 'queue',
    enabled: rowAtHand,
    run: () => {
      const queue = useQueue()
      if (queue.photo !== null)
        queue.strike(queue.photo, onward)
    },
  }
}
