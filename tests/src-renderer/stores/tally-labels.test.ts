import type { Labelling } from '#shared/contract/labels'
import type { LabelId } from '#shared/domain/ids'
import { expect, it } from 'vitest'
import { tallyLabels } from '../../../src-renderer/stores/tally-labels'

const label = { name: '', colour: '#000000', parent: null, photos: 50, suggested: 60 }
const told: Labelling = {
  labels: [{ ...label, id: 2 as LabelId }, { ...label, id: 5 as LabelId }],
  labelled: 100,
  actions: 1,
  undo: null,
  redo: null,
  undoCall: null,
  redoCall: null,
}

it('counts who has each label, and who has none and a suggestion; of labels not known yet nobody', () => {
  const { labels, labelled } = tallyLabels(told, {
    ids: Uint32Array.of(1, 2, 3, 4, 5, 6),
    labels: Uint32Array.of(5, 0, 5, 2, 0, 7),
    suggestions: Uint32Array.of(2, 5, 0, 0, 0, 0),
  })
  expect(labels.map(({ photos, suggested }) => [photos, suggested])).toEqual([[1, 0], [2, 1]])
  expect(labelled).toBe(3)
})

it('leaves the counts as told while there are no photos', () => {
  expect(tallyLabels(told, { ids: new Uint32Array(), labels: new Uint32Array(), suggestions: new Uint32Array() })).toBe(told)
})
