import type { ProjectionMethod } from '#shared/contract/map'

/** The ways to lay the photos out, in the order people are offered them. */
export const arrangements = ['umap', 'tsne', 'pca', 'direct'] as const satisfies readonly ProjectionMethod[]
