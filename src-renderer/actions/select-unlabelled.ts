import type { Action } from './action'
import { useMap } from '../stores/map'
import { usePhotos } from '../stores/photos'
import { useSelection } from '../stores/selection'

/** Selects what is still to be sorted. */
export const selectUnlabelled: Action = {
  id: 'select-unlabelled',
  group: 'Label',
  title: 'Select photos without a label',
  keys: [],
  enabled: () => useMap().current !== null || 'There is no map yet.',
  run: () => useSelection().choose(usePhotos().where((row, columns) => columns.labels[row] === 0)),
}
