import type { SpaceSummary } from '#shared/contract/common'
import type { ProjectionMethod } from '#shared/contract/map'
import { layersOf } from './layers'

/** What a second map shows. */
export interface MapChoice {
  space: SpaceSummary
  method?: ProjectionMethod
}

/**
 * What is best seen beside a map: beside what was learnt, the network's own view that it was learnt from; beside a
 * network's view, what was learnt last from it, or else another of its layers; and where there is only one space, the same
 * laid out another way.
 */
export function spaceBeside(shown: { space: SpaceSummary, method: ProjectionMethod }, spaces: readonly SpaceSummary[]): MapChoice {
  const { space: { run, backbone, tap, id } } = shown
  const others = spaces.filter(space => space.id !== id && space.photos > 0)
  const own = others.find(space => run !== null && space.run === null && space.backbone === backbone && space.tap === tap)
  const learnt = others.filter(space => run === null && space.run !== null && space.backbone === backbone).at(-1)
  const space = own ?? learnt ?? layersOf(others, backbone).at(-1) ?? others[0]
  return space
    ? { space }
    : { space: shown.space, method: shown.method === 'pca' ? 'umap' : 'pca' }
}
