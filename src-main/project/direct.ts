import type { ProjectionMethod } from '#main/project/projection'
import { DirectNeedsTwoDimensions } from '#main/project/direct-needs-two-dimensions'

/** The space itself, where it has two dimensions. @throws DIRECT_NEEDS_TWO_DIMENSIONS */
export const direct: ProjectionMethod = {
  title: 'Direct',
  sentence: 'A space of two dimensions as it is, with nothing bent.',
  neighbours: () => 0,
  async project({ space, onProgress }) {
    if (space.columns !== 2)
      throw new DirectNeedsTwoDimensions(space.columns)
    onProgress?.(space.values.slice(), 1)
    return space.values.slice()
  },
}
