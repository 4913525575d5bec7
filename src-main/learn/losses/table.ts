import type { Loss } from '#main/learn/losses/loss'
import { LossUnknown } from '#main/learn/loss-unknown'
import { crossEntropy } from '#main/learn/losses/cross-entropy'
import { cosineSilhouette, silhouette } from '#main/learn/losses/silhouette'
import { supcon } from '#main/learn/losses/supcon'

/** Every loss a head can be trained with, by id. */
export const losses = {
  'silhouette': silhouette,
  'cosine-silhouette': cosineSilhouette,
  'supcon': supcon,
  'cross-entropy': crossEntropy,
} as const satisfies Record<string, Loss>

export type LossId = keyof typeof losses

/** The loss of an id. @throws UNKNOWN_LOSS */
export function lossOf(id: string): Loss {
  if (!Object.hasOwn(losses, id))
    throw new LossUnknown(id, Object.keys(losses))
  return losses[id as LossId]
}
