import type { ProjectionMethod } from '#main/project/projection'
import { principalComponents, projectOnto } from '#main/matrix/principal-components'

/** The two directions of largest variance (Pearson 1901). */
export const pca: ProjectionMethod = {
  title: 'PCA',
  sentence: 'The two directions in which the photos differ most: quick, faithful to large distances, crowded.',
  neighbours: () => 0,
  async project({ space, seed, signal, onProgress }) {
    const { values } = await projectOnto(space, await principalComponents(space, 2, { seed, signal }), signal)
    onProgress?.(values.slice(), 1)
    return values
  },
}
