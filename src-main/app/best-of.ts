import type { BestReason } from '#shared/contract/find'

/** What is known of one of several photos that look the same. */
export interface Candidate<Id> {
  id: Id
  pixels: number
  bytes: number
  modifiedMs: number
  /** In any unit, the same for all; 0 where it could not be measured. */
  sharpness: number
}

/** So much more it must be to count: sizes differ by a cropped edge, sharpness by the noise of a compression. */
const more = { pixels: 1.1, sharpness: 1.2, bytes: 1.1 }

/**
 * The one to keep: the largest; of those about as large the sharpest; of those about as sharp the one compressed least; of
 * what is alike in all that the oldest file, which is most likely the original. What decided last is the reason.
 */
export function bestOf<Id>(candidates: readonly Candidate<Id>[]): { best: Id, because: BestReason } {
  const steps = [['pixels', 'larger'], ['sharpness', 'sharper'], ['bytes', 'less-compressed']] as const
  let left = candidates
  let because: BestReason = 'older'
  for (const [measure, reason] of steps) {
    const most = Math.max(...left.map(candidate => candidate[measure]))
    const remaining = left.filter(candidate => candidate[measure] * more[measure] >= most)
    if (remaining.length < left.length)
      because = reason
    left = remaining
  }
  const [best] = [...left].sort((a, b) => a.modifiedMs - b.modifiedMs)
  return { best: best.id, because: left.length > 1 ? 'older' : because }
}
