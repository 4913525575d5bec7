import type { Action } from './action'
import { useLabels } from '../stores/labels'
import { coreWords } from '../words/core-words'
import { t } from '../words/t'

/** Takes back the last act. */
export const undo: Action = {
  id: 'undo',
  group: 'Label',
  title: () => {
    const words = useLabels().labelling.undo
    return words
      ? t('actions.undoThat', { words: coreWords('acts', words) })
      : t('actions.undo')
  },
  keys: ['Mod+Z'],
  icon: 'undo',
  where: 'everywhere',
  enabled: () => useLabels().labelling.undo !== null || t('actions.nothingToUndo'),
  run: () => useLabels().step('undo'),
}
