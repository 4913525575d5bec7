import type { ProjectionMethodId } from '#main/project/table'
import type { SpaceRow } from '#main/store/spaces'

/** How a space is laid out unless the user wants otherwise: one of two dimensions is a map already. */
export function usualMethod({ dimensions }: Pick<SpaceRow, 'dimensions'>): ProjectionMethodId {
  return dimensions === 2 ? 'direct' : 'umap'
}
