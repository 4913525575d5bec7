import type { LabelId } from '#shared/domain/ids'
import { expect, it } from 'vitest'
import { groupName } from '../../../src-renderer/stores/group-name'

const labels = new Map([[7, { name: 'Vehicles' }]])
const group = { index: 0, name: 'car', photos: 68, labelled: 68, label: 7 as LabelId, ofLabel: 68, outline: [], x: 0, y: 0 }

it('calls a group by the label that all or most of it have, and says how many', () => {
  expect(groupName(group, labels)).toEqual({ name: 'Vehicles', label: 7, part: undefined })
  expect(groupName({ ...group, ofLabel: 35 }, labels)).toEqual({ name: 'Vehicles', label: 7, part: 35 })
})

it('lets no label that few of it have speak for a group', () => {
  expect(groupName({ ...group, ofLabel: 16 }, labels)).toEqual({ name: 'car', label: null })
  expect(groupName({ ...group, ofLabel: 16, name: null }, labels)).toEqual({ name: 'Vehicles', label: null, part: 16 })
  expect(groupName({ ...group, ofLabel: 0, label: null, name: null }, labels)).toEqual({ name: null, label: null })
})
