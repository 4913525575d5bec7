import type { Loss } from '#main/learn/losses/loss'
import { LossNotSummable } from '#main/learn/loss-not-summable'
import { LossUnknown } from '#main/learn/loss-unknown'
import { calinskiHarabasz } from '#main/learn/losses/calinski-harabasz'
import { contrastive } from '#main/learn/losses/contrastive'
import { cosineCorel, gaussianCorel } from '#main/learn/losses/corel'
import { crossEntropy } from '#main/learn/losses/cross-entropy'
import { daviesBouldin } from '#main/learn/losses/davies-bouldin'
import { dec } from '#main/learn/losses/dec'
import { deepCluster } from '#main/learn/losses/deep-cluster'
import { dunn } from '#main/learn/losses/dunn'
import { mahalanobisSilhouette } from '#main/learn/losses/mahalanobis-silhouette'
import { prototypical } from '#main/learn/losses/prototypical'
import { semiHardTriplet } from '#main/learn/losses/semi-hard-triplet'
import { cosineSilhouette, silhouette } from '#main/learn/losses/silhouette'
import { softSilhouette } from '#main/learn/losses/soft-silhouette'
import { supcon } from '#main/learn/losses/supcon'
import { triplet } from '#main/learn/losses/triplet'
import { weightedSum } from '#main/learn/losses/weighted-sum'

/** Every loss a head can be trained with, by id. */
export const losses = {
  'silhouette': silhouette,
  'cosine-silhouette': cosineSilhouette,
  'soft-silhouette': softSilhouette,
  'mahalanobis-silhouette': mahalanobisSilhouette,
  'supcon': supcon,
  'cross-entropy': crossEntropy,
  'contrastive': contrastive,
  'triplet': triplet,
  'semi-hard-triplet': semiHardTriplet,
  'prototypical': prototypical,
  'cosine-corel': cosineCorel,
  'gaussian-corel': gaussianCorel,
  'davies-bouldin': daviesBouldin,
  'calinski-harabasz': calinskiHarabasz,
  'dunn': dunn,
  'dec': dec,
  'deep-cluster': deepCluster,
} as const satisfies Record<string, Loss>

export type LossId = keyof typeof losses

/**
 * The loss of an id, or a weighted sum of some: `silhouette`, `silhouette+0.5*supcon`.
 * @throws UNKNOWN_LOSS, LOSS_NOT_SUMMABLE
 */
export function lossOf(words: string): Loss {
  const terms = words.split('+').map((term) => {
    const [, weight, id] = /^\s*(?:(\d+(?:\.\d+)?)\s*\*\s*)?([a-z][a-z-]*)\s*$/.exec(term) ?? []
    if (id === undefined || !Object.hasOwn(losses, id) || Number(weight) === 0)
      throw new LossUnknown(words, Object.keys(losses))
    return { loss: losses[id as LossId] as Loss, weight: Number(weight ?? 1) }
  })
  const alone = terms.find(({ loss }) => loss.withoutLabels)
  if (terms.length > 1 && alone)
    throw new LossNotSummable(words, alone.loss.id)
  return terms.length === 1 && terms[0].weight === 1 ? terms[0].loss : weightedSum(terms)
}
