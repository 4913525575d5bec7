import type { SpaceSummary } from '#shared/contract/common'
import { coreWords } from './core-words'

/** A space's title without the network's name where all spaces are of one network: what tells it from the others. */
export function shortSpaceTitle(space: SpaceSummary, all: readonly SpaceSummary[]): string {
  const title = coreWords('spaces', space.title)
  const rest = title.split(', ').slice(1).join(', ')
  return rest !== '' && all.every(({ backbone }) => backbone === space.backbone)
    ? rest.charAt(0).toUpperCase() + rest.slice(1)
    : title
}
