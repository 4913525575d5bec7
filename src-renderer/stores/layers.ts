import type { SpaceSummary } from '#shared/contract/common'

/**
 * The layers of one backbone that the library was seen by, the lowest first: those by the order of the network, and last
 * what its classifier sees. Learnt spaces and mixtures of layers are not among them.
 */
export function layersOf(spaces: readonly SpaceSummary[], backbone: string): SpaceSummary[] {
  return spaces
    .filter(space => space.run === null && space.backbone === backbone && heightOf(space.tap) !== null)
    .sort((a, b) => heightOf(a.tap)! < heightOf(b.tap)! ? -1 : 1)
}

function heightOf(tap: string): number | null {
  if (tap === 'stem')
    return 0
  if (tap === 'pooled')
    return Infinity
  const stage = /^stage-(\d+)$/.exec(tap)
  return stage && Number(stage[1])
}
