import type { Action } from './action'
import { useLabels } from '../stores/labels'

/** Does the act again that was taken back. */
export const redo: Action = {
  id: 'redo',
  group: 'Label',
  title: () => {
    const words = useLabels().labelling.redo
    return words
      ? `Do again: ${words}`
      : 'Do again'
  },
  keys: ['Shift+Mod+Z', 'Mod+Y'],
  icon: 'redo',
  where: 'everywhere',
  enabled: () => useLabels().labelling.redo !== null || 'There is nothing to do again.',
  run: () => useLabels().step('redo'),
}
