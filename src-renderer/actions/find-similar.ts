import type { Action } from './action'
import { useSelection } from '../stores/selection'
import { useSimilar } from '../stores/similar'
import { useView } from '../stores/view'
import { t } from '../words/t'

function photoAsked(): number | null {
  return useView().photo ?? useView().focus ?? useSelection().photos[0] ?? null
}

/** Selects the photos most like the one the keyboard stands on, or the first selected. */
export const findSimilar: Action = {
  id: 'find-similar',
  group: 'Find',
  title: 'actions.find-similar',
  keys: ['F'],
  icon: 'similar',
  where: 'everywhere',
  enabled: () => photoAsked() !== null || t('actions.selectOrWalk'),
  run: async () => {
    const photo = photoAsked()
    if (photo !== null)
      await useSimilar().select(photo)
  },
}
