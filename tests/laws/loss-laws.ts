import type { LossId } from '#main/learn/losses/table'

/**
 * What may be done to an embedding without changing the loss: `holds` is tested to change nothing, `breaks` is tested
 * to change something. Weights of the loss that are places in the space (`inSpace`) are moved along. That neither the
 * order of the photos nor that of the labels matters holds for every loss.
 */
export interface LossLaws {
  translation: 'holds' | 'breaks'
  rotation: 'holds' | 'breaks'
  scale: 'holds' | 'breaks'
  inSpace?: readonly string[]
}

const ofDistances: LossLaws = { translation: 'holds', rotation: 'holds', scale: 'holds' }
const ofAngles: LossLaws = { translation: 'breaks', rotation: 'holds', scale: 'holds' }

/** Every loss states its laws here. */
export const lossLaws: Record<LossId, LossLaws> = {
  'silhouette': ofDistances,
  'cosine-silhouette': ofAngles,
  'soft-silhouette': ofDistances,
  'mahalanobis-silhouette': { translation: 'holds', rotation: 'breaks', scale: 'holds' },
  'supcon': ofAngles,
  'cross-entropy': { translation: 'breaks', rotation: 'holds', scale: 'breaks', inSpace: ['classWeights'] },
  'contrastive': ofAngles,
  'triplet': ofAngles,
  'semi-hard-triplet': ofAngles,
  'prototypical': { translation: 'holds', rotation: 'holds', scale: 'breaks' },
  'cosine-corel': { ...ofAngles, inSpace: ['classWeights'] },
  'gaussian-corel': { translation: 'holds', rotation: 'holds', scale: 'breaks', inSpace: ['classWeights'] },
  'davies-bouldin': ofDistances,
  'calinski-harabasz': ofDistances,
  'dunn': ofDistances,
  'dec': { translation: 'holds', rotation: 'holds', scale: 'breaks', inSpace: ['centres'] },
  'deep-cluster': { translation: 'breaks', rotation: 'holds', scale: 'breaks', inSpace: ['classWeights'] },
}
