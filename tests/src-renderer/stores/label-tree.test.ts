import type { Label } from '#shared/contract/labels'
import type { LabelId } from '#shared/domain/ids'
import { expect, it } from 'vitest'
import { labelTree } from '../../../src-renderer/stores/label-tree'

function label(id: number, parent: number | null, photos = 1): Label {
  return { id: id as LabelId, name: `label ${id}`, colour: '#000000', parent: parent as LabelId | null, photos, suggested: 0 }
}

it('puts every label after the one it lies under, and counts what lies under each', () => {
  const tree = labelTree([label(1, 3, 10), label(2, null, 20), label(3, null, 30), label(4, 1, 40), label(5, 3, 50)])
  expect(tree.map(({ label, depth, photos }) => [label.id, depth, photos])).toEqual([
    [2, 0, 20],
    [3, 0, 130],
    [1, 1, 50],
    [4, 2, 40],
    [5, 1, 50],
  ])
  expect([...tree[1].ids].sort()).toEqual([1, 3, 4, 5])
})
