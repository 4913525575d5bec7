import type { Action } from './action'
import { useFind } from '../stores/find'
import { foundAmong } from '../stores/found-among'
import { useMap } from '../stores/map'
import { usePhotos } from '../stores/photos'
import { useSelection } from '../stores/selection'
import { t } from '../words/t'

/** Selects what is still to be sorted, of what a search has found. */
export const selectUnlabelled: Action = {
  id: 'select-unlabelled',
  group: 'Label',
  title: 'actions.select-unlabelled',
  keys: [],
  enabled: () => useMap().current !== null || t('actions.noMapYet'),
  run: () => useSelection().choose(foundAmong(usePhotos().where((row, columns) => columns.labels[row] === 0), useFind().found)),
}
