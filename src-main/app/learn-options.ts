import type { OpenLibrary } from '#main/app/open-library'
import type { LearnOptions } from '#shared/contract/learning'
import { DimensionsTooMany, Unknown } from '#main/app/app-errors'
import { ownSpace } from '#main/app/show-space'
import { stagesOfDepth } from '#main/backbones/split-network'
import { lossOf } from '#main/learn/losses/table'
import { NotEnoughLabels } from '#main/learn/not-enough-labels'
import { labelCounts } from '#main/store/labels'

/** How much of the network may learn. */
export const depths: readonly string[] = ['head', ...Object.keys(stagesOfDepth)]

/**
 * Refuses what cannot be learned before anything is started.
 * @throws UNKNOWN_LOSS, UNKNOWN_DEPTH, DIMENSIONS_TOO_MANY, NOT_ENOUGH_LABELS, NOTHING_EMBEDDED
 */
export function checkLearnOptions(library: OpenLibrary, { loss, depth, dimensions }: LearnOptions): void {
  lossOf(loss)
  if (!depths.includes(depth))
    throw new Unknown('depth', depth, depths)
  const space = ownSpace(library)
  if (dimensions > space.dimensions)
    throw new DimensionsTooMany(dimensions, space.dimensions)
  const counts = labelCounts(library.db).filter(({ photos }) => photos > 0)
  const able = counts.filter(({ photos }) => photos > 1).length
  if (able < 2)
    throw new NotEnoughLabels(counts.length, able)
}
