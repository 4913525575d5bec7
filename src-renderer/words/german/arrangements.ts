import type { Words } from '../catalogue'

/** Ways to lay the photos out. */
export const arrangements: Words<'arrangements'> = {
  'title-umap': 'UMAP',
  'title-tsne': 't-SNE',
  'title-pca': 'PCA',
  'title-direct': 'Direkt',
  'sentence-umap': 'Ähnliches nah, Gruppen getrennt',
  'sentence-tsne': 'Ähnliches nah, gleichmäßig verteilt',
  'sentence-pca': 'die größten Unterschiede, sofort',
  'sentence-direct': 'wie das Netz es ausgibt',
}
