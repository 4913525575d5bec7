import type { Action } from './action'
import { useLabels } from '../stores/labels'

/** Takes back the last act. */
export const undo: Action = {
  id: 'undo',
  group: 'Label',
  title: () => {
    const words = useLabels().labelling.undo
    return words
      ? `Undo: ${words}`
      : 'Undo'
  },
  keys: ['Mod+Z'],
  icon: 'undo',
  where: 'everywhere',
  enabled: () => useLabels().labelling.undo !== null || 'There is nothing to take back.',
  run: () => useLabels().step('undo'),
}
