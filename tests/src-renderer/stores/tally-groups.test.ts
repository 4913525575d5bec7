import { expect, it } from 'vitest'
import { tallyGroups } from '../../../src-renderer/stores/tally-groups'

const cluster = {
  name: null,
  photos: 3,
  labelled: 0,
  label: null,
  outline: [],
  x: 0,
  y: 0,
}

it('counts labels per group; photos that are not on the map, strays and unknown photos count nowhere', () => {
  const groups = tallyGroups(
    {
      of: Int32Array.of(0, 0, 1, -1, 0, 1),
      clusters: [
        { ...cluster, index: 0 },
        { ...cluster, index: 1 },
      ],
    },
    Uint32Array.of(2, 3, 5, 7, 8, 99),
    {
      ids: Uint32Array.of(1, 2, 3, 4, 5, 7, 8),
      labels: Uint32Array.of(6, 4, 4, 6, 0, 6, 6),
    },
  )
  expect(groups.map(({ labelled, label, ofLabel }) => ({ labelled, label, ofLabel }))).toEqual([
    { labelled: 3, label: 4, ofLabel: 2 },
    { labelled: 0, label: null, ofLabel: 0 },
  ])
})
