import type { Labelling } from '#shared/contract/labels'
import type { PhotoColumns } from './photos'

/** The labelling with its counts as the columns have them now, without waiting for the core to count again; as it is while there are no photos. */
export function tallyLabels(labelling: Labelling, { ids, labels, suggestions }: Pick<PhotoColumns, 'ids' | 'labels' | 'suggestions'>): Labelling {
  if (ids.length === 0)
    return labelling
  const last = labelling.labels.reduce((most, { id }) => Math.max(most, id), 0)
  const given = new Uint32Array(last + 1)
  const suggested = new Uint32Array(last + 1)
  for (let row = 0; row < labels.length; row++) {
    if (labels[row] !== 0)
      given[labels[row]]++
    else
      suggested[suggestions[row]]++
  }
  let labelled = 0
  const counted = labelling.labels.map((label) => {
    labelled += given[label.id]
    return { ...label, photos: given[label.id], suggested: suggested[label.id] }
  })
  return { ...labelling, labels: counted, labelled }
}
