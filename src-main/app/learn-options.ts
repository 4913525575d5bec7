import type { OpenLibrary } from '#main/app/open-library'
import type { Loss } from '#main/learn/losses/loss'
import type { OptimizerId } from '#main/learn/optimizers/table'
import type { ScheduleId } from '#main/learn/schedules/table'
import type { LearnOptions } from '#shared/contract/learning'
import { ClustersUnused, DimensionsTooMany, LossForHeadsOnly, Unknown } from '#main/app/app-errors'
import { ownSpace } from '#main/app/show-space'
import { losses, lossOf } from '#main/learn/losses/table'
import { NotEnoughLabels } from '#main/learn/not-enough-labels'
import { optimizers } from '#main/learn/optimizers/table'
import { schedules } from '#main/learn/schedules/table'
import { labelCounts } from '#main/store/labels'

interface Choice { id: string, title: string, sentence: string }

/** How much of the network may learn, the usual first. */
export const depthsToChoose: readonly Choice[] = [
  { id: 'head', title: 'The head', sentence: 'Seconds: what the network sees is weighed anew.' },
  { id: 'last-stage', title: 'The last stage', sentence: 'Minutes: the network learns to see what sets your labels apart.' },
  { id: 'two-stages', title: 'The last two stages', sentence: 'Longer still, for labels that fine detail decides.' },
  { id: 'all', title: 'All of the network', sentence: 'Longest, for photos unlike those that it was trained on.' },
]

/** The losses there are to choose from. */
export function lossesToChoose(): (Choice & { needsLabels: boolean })[] {
  return Object.values<Loss>(losses).map(({ id, title, sentence, withoutLabels }) => ({ id, title, sentence, needsLabels: withoutLabels === undefined }))
}

/**
 * Refuses what cannot be learned before anything is started.
 * @throws UNKNOWN_LOSS, UNKNOWN_DEPTH, UNKNOWN_OPTIMIZER, UNKNOWN_SCHEDULE, CLUSTERS_UNUSED, LOSS_FOR_HEADS_ONLY, DIMENSIONS_TOO_MANY, NOT_ENOUGH_LABELS, NOTHING_EMBEDDED
 */
export function checkLearnOptions(library: OpenLibrary, { loss, depth, dimensions, optimizer, schedule, clusters }: LearnOptions): void {
  const { withoutLabels } = lossOf(loss)
  if (clusters !== null && !withoutLabels)
    throw new ClustersUnused(loss)
  optimizerOf(optimizer)
  scheduleOf(schedule)
  if (!depthsToChoose.some(({ id }) => id === depth))
    throw new Unknown('depth', depth, depthsToChoose.map(({ id }) => id))
  if (withoutLabels && depth !== 'head')
    throw new LossForHeadsOnly(loss, depth)
  const space = ownSpace(library)
  if (dimensions !== undefined && dimensions > space.dimensions)
    throw new DimensionsTooMany(dimensions, space.dimensions)
  if (withoutLabels)
    return
  const counts = labelCounts(library.db).filter(({ photos }) => photos > 0)
  const able = counts.filter(({ photos }) => photos > 1).length
  if (able < 2)
    throw new NotEnoughLabels(counts.length, able)
}

/** The id of an optimizer. @throws UNKNOWN_OPTIMIZER */
export function optimizerOf(id: string): OptimizerId {
  if (!Object.hasOwn(optimizers, id))
    throw new Unknown('optimizer', id, Object.keys(optimizers))
  return id as OptimizerId
}

/** The id of a schedule. @throws UNKNOWN_SCHEDULE */
export function scheduleOf(id: string): ScheduleId {
  if (!Object.hasOwn(schedules, id))
    throw new Unknown('schedule', id, Object.keys(schedules))
  return id as ScheduleId
}
