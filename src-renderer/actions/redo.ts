import type { Action } from './action'
import { useLabels } from '../stores/labels'
import { coreWords } from '../words/core-words'
import { t } from '../words/t'

/** Does the act again that was taken back. */
export const redo: Action = {
  id: 'redo',
  group: 'Label',
  title: () => {
    const words = useLabels().labelling.redo
    return words
      ? t('actions.redoThat', { words: coreWords('acts', words) })
      : t('actions.redo')
  },
  keys: ['Shift+Mod+Z', 'Mod+Y'],
  icon: 'redo',
  where: 'everywhere',
  enabled: () => useLabels().labelling.redo !== null || t('actions.nothingToRedo'),
  run: () => useLabels().step('redo'),
}
