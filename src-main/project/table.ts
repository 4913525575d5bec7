import type { ProjectionMethod } from '#main/project/projection'
import { direct } from '#main/project/direct'
import { pca } from '#main/project/pca'
import { tsne } from '#main/project/tsne'
import { umap } from '#main/project/umap'

/** Every way to make a map of a space. */
export const projectionMethods = { umap, pca, tsne, direct } as const satisfies Record<string, ProjectionMethod>

export type ProjectionMethodId = keyof typeof projectionMethods
