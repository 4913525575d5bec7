import { expect, it } from 'vitest'
import { clickChoice } from '../../../src-renderer/map/click-choice'

const empty = { photo: null, cluster: -1, onName: false, large: false, single: false, shift: false, alt: false }

it.each([
  ['a small photo of a cluster', { photo: 4, cluster: 2 }, { what: 'cluster', mode: 'replace' }],
  ['a small stray', { photo: 4 }, { what: 'photo', mode: 'replace' }],
  ['a small photo with Ctrl or Cmd', { photo: 4, cluster: 2, single: true }, { what: 'photo', mode: 'replace' }],
  ['a large photo', { photo: 4, cluster: 2, large: true }, { what: 'photo', mode: 'replace' }],
  ['the ground of a cluster', { cluster: 2 }, { what: 'cluster', mode: 'replace' }],
  ['the ground of a cluster between large photos', { cluster: 2, large: true }, { what: 'nothing', mode: 'replace' }],
  ['a cluster\'s name between large photos', { cluster: 2, large: true, onName: true }, { what: 'cluster', mode: 'replace' }],
  ['a small photo with Shift', { photo: 4, cluster: 2, shift: true }, { what: 'cluster', mode: 'add' }],
  ['a large photo with Alt', { photo: 4, cluster: 2, large: true, alt: true }, { what: 'photo', mode: 'remove' }],
  ['the empty map', {}, { what: 'nothing', mode: 'replace' }],
  ['the empty map with Shift', { shift: true }, null],
  ['the empty map with Alt', { alt: true }, null],
])('a click on %s', (_, click, choice) => {
  expect(clickChoice({ ...empty, ...click })).toEqual(choice)
})
