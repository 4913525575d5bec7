import type { ProjectionMethod } from '#shared/contract/map'

/** The ways to lay the photos out, as people choose between them. */
export const arrangements = {
  umap: { title: 'UMAP', sentence: 'likes together, groups apart' },
  tsne: { title: 't-SNE', sentence: 'likes together, evenly spread' },
  pca: { title: 'PCA', sentence: 'the largest differences, at once' },
  direct: { title: 'Direct', sentence: 'as the network puts it out' },
} as const satisfies Record<ProjectionMethod, { title: string, sentence: string }>
