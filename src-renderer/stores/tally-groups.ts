import type { Cluster } from '#shared/contract/map'
import type { LabelId } from '#shared/domain/ids'
import type { Grouping } from './grouping'
import type { PhotoColumns } from './photos'
import { rowsOf } from '../map/rows-of'
import { countsOf } from './counts-of'

/** A group as it is now. */
export interface TalliedGroup extends Cluster {
  /** How many of its photos have the label most of them have. */
  ofLabel: number
}

/** Counts what is labelled in each group, and which label most of it has, from the columns as they are now. */
export function tallyGroups(grouping: Pick<Grouping, 'of' | 'clusters'>, ids: Uint32Array, columns: Pick<PhotoColumns, 'ids' | 'labels'>): TalliedGroup[] {
  const rows = rowsOf(columns.ids, ids)
  const used = numbered(columns.labels)
  const groups = grouping.clusters.reduce((most, { index }) => Math.max(most, index), -1) + 1
  // [groups, labels in use]; the first of a group's numbers counts those without a label.
  const counts = new Uint32Array(groups * used.ids.length)
  for (let i = 0; i < rows.length; i++) {
    const group = grouping.of[i]
    if (rows[i] >= 0 && group >= 0 && group < groups)
      counts[group * used.ids.length + used.numbers[columns.labels[rows[i]]]]++
  }
  return grouping.clusters.map((cluster) => {
    let labelled = 0
    let most = 0
    let label: LabelId | null = null
    for (let number = 1; number < used.ids.length; number++) {
      const count = counts[cluster.index * used.ids.length + number]
      labelled += count
      if (count > most) {
        most = count
        label = used.ids[number] as LabelId
      }
    }
    return { ...cluster, labelled, label, ofLabel: most }
  })
}

/** The label ids in use, rising after the 0 of none, and by id the number of each among them. */
function numbered(labels: Uint32Array): { ids: number[], numbers: Uint32Array } {
  const counts = countsOf(labels)
  const numbers = new Uint32Array(counts.length)
  const ids = [0]
  for (let label = 1; label < counts.length; label++) {
    if (counts[label] > 0)
      numbers[label] = ids.push(label) - 1
  }
  return { ids, numbers }
}
