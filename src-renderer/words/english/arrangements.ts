/** Ways to lay the photos out. */
export const arrangements = {
  'title-umap': 'UMAP',
  'title-tsne': 't-SNE',
  'title-pca': 'PCA',
  'title-direct': 'Direct',
  'sentence-umap': 'likes together, groups apart',
  'sentence-tsne': 'likes together, evenly spread',
  'sentence-pca': 'the largest differences, at once',
  'sentence-direct': 'as the network puts it out',
} as const
