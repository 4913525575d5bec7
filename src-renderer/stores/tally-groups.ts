import type { Cluster } from '#shared/contract/map'
import type { LabelId } from '#shared/domain/ids'
import type { Grouping } from './grouping'
import type { PhotoColumns } from './photos'

/** Counts what is labelled in each group, and which label most of it has, from the columns as they are now. */
export function tallyGroups(grouping: Pick<Grouping, 'of' | 'clusters'>, ids: Uint32Array, columns: Pick<PhotoColumns, 'ids' | 'labels'>): Cluster[] {
  const counts = new Map<number, Map<number, number>>()
  let row = 0
  for (let i = 0; i < ids.length; i++) {
    while (row < columns.ids.length && columns.ids[row] < ids[i])
      row++
    const label = columns.ids[row] === ids[i]
      ? columns.labels[row]
      : 0
    const group = grouping.of[i]
    if (group === undefined || group < 0 || label === 0)
      continue
    let ofGroup = counts.get(group)
    if (!ofGroup)
      counts.set(group, ofGroup = new Map())
    ofGroup.set(label, (ofGroup.get(label) ?? 0) + 1)
  }
  return grouping.clusters.map((cluster) => {
    let labelled = 0
    let most = 0
    let label: LabelId | null = null
    for (const [id, count] of counts.get(cluster.index) ?? []) {
      labelled += count
      if (count > most) {
        most = count
        label = id as LabelId
      }
    }
    return { ...cluster, labelled, label }
  })
}
