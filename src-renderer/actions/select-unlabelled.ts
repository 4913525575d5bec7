import type { Action } from './action'
import { useMap } from '../stores/map'
import { usePhotos } from '../stores/photos'
import { useSelection } from '../stores/selection'
import { t } from '../words/t'

/** Selects what is still to be sorted. */
export const selectUnlabelled: Action = {
  id: 'select-unlabelled',
  group: 'Label',
  title: 'actions.select-unlabelled',
  keys: [],
  enabled: () => useMap().current !== null || t('actions.noMapYet'),
  run: () => useSelection().choose(usePhotos().where((row, columns) => columns.labels[row] === 0)),
}
