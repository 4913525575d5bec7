import type { LabelId } from '#shared/domain/ids'
import type { TalliedGroup } from './tally-groups'

/** What a group of the map is called. */
export interface GroupName {
  /** A label's, or a guess of what it shows; null where there is neither. */
  name: string | null
  /** The label that speaks for it; null where that is a guess, or a label few of it have. */
  label: LabelId | null
  /** How many of its photos have the label it is called by, where that is not all. */
  part?: number
}

/** Calls a group by the label that most of it has, else by its guess; where there is no guess, by the label some of it have. */
export function groupName(group: TalliedGroup, labels: ReadonlyMap<number, { name: string }>): GroupName {
  const { label, name, ofLabel, photos } = group
  const labelName = label === null ? undefined : labels.get(label)?.name
  const isMost = 2 * ofLabel > photos
  if (labelName === undefined || (!isMost && name !== null))
    return { name, label: null }
  return { name: labelName, label: isMost ? label : null, part: ofLabel < photos ? ofLabel : undefined }
}
