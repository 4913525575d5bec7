import { rowsByClass } from '#main/learn/rows-by-class'
import { random, shuffle } from '#main/matrix/random'

/** An act that gave a larger share of a label's photos is taken apart, so that enough of them are left to learn from. */
const largestAct = 1 / 3

/**
 * Deals labelled photos to folds, each class evenly, so that every fold can be held out in turn. Photos that were given
 * their label in one act stay together: they are often more alike than others of that label, and where some are known
 * the rest are told too easily (grouped cross-validation).
 *
 * @param classes [n]: of each photo
 * @param folds how many
 * @param seed of the deal
 * @param acts [n]: the act by which each got its label, 0 where that is not known; none where each came by itself
 * @returns [n]: the fold of each, or −1 for the only photo of its class, which is never held out
 */
export function labelFolds(classes: ArrayLike<number>, folds: number, seed: number, acts?: ArrayLike<number>): Int32Array {
  const from = random(seed)
  const fold = new Int32Array(classes.length).fill(-1)
  let first = 0
  for (const each of rowsByClass(classes)) {
    if (each.length < 2)
      continue
    const sizes = new Int32Array(folds)
    for (const together of inParts(shuffle(each, from), acts).sort((a, b) => b.length - a.length)) {
      const to = smallestFrom(first % folds, sizes)
      sizes[to] += together.length
      together.forEach(row => fold[row] = to)
    }
    first += each.length
  }
  return fold
}

/** The photos of one class in parts that stay together, in their order. */
export function inParts(rows: number[], acts: ArrayLike<number> | undefined): number[][] {
  if (!acts)
    return rows.map(row => [row])
  return [...Map.groupBy(rows, row => acts[row] || -1 - row).values()]
    .flatMap(part => part.length > rows.length * largestAct ? part.map(row => [row]) : [part])
}

/** The place of the smallest, of equal ones the next from `start` on, around. */
function smallestFrom(start: number, sizes: Int32Array): number {
  let best = start
  for (let step = 1; step < sizes.length; step++) {
    const at = (start + step) % sizes.length
    if (sizes[at] < sizes[best])
      best = at
  }
  return best
}
