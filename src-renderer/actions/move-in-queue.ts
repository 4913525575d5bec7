import type { Action } from './action'
import { useQueue } from '../stores/queue'
import { rowAtHand } from './row-at-hand'

/** Goes to the next row of the queue or the one before, or to the next photo of the row. */
export function moveInQueue(to: 'row-below' | 'row-above' | 'photo-after' | 'photo-before'): Action {
  return {
    id: to,
    group: 'Label',
    title: `actions.move-${to}`,
    keys: [{ 'row-below': 'ArrowDown', 'row-above': 'ArrowUp', 'photo-after': 'ArrowRight', 'photo-before': 'ArrowLeft' }[to]],
    listed: to === 'row-below' ? { title: 'actions.walkQueue', keys: '← → ↑ ↓' } : null,
    where: 'queue',
    enabled: rowAtHand,
    run: () => {
      const queue = useQueue()
      switch (to) {
        case 'row-below': return queue.move(1)
        case 'row-above': return queue.move(-1)
        case 'photo-after': return queue.walk(1)
        case 'photo-before': return queue.walk(-1)
      }
    },
  }
}
