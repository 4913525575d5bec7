import type { Label } from '#shared/contract/labels'
import { groupedBy } from './grouped-by'

/** A label in the tree of labels. */
export interface LabelBranch {
  label: Label
  /** How many labels it lies under. */
  depth: number
  /** Its id and those of all labels under it. */
  ids: Set<number>
  /** Photos that have it or a label under it. */
  photos: number
}

/** Labels in the order of the tree: each followed by those under it, brothers in the order given. */
export function labelTree(labels: readonly Label[]): LabelBranch[] {
  const under = groupedBy(labels, label => label.parent as number | null)
  const branches: LabelBranch[] = []
  function add(label: Label, depth: number): LabelBranch {
    const branch: LabelBranch = { label, depth, ids: new Set([label.id]), photos: label.photos }
    branches.push(branch)
    for (const child of under.get(label.id) ?? []) {
      const { ids, photos } = add(child, depth + 1)
      for (const id of ids)
        branch.ids.add(id)
      branch.photos += photos
    }
    return branch
  }
  for (const label of under.get(null) ?? [])
    add(label, 0)
  return branches
}
