import { rowsByClass } from '#main/learn/rows-by-class'
import { random, shuffle } from '#main/matrix/random'

/**
 * Deals labelled photos to folds, each class evenly, so that every fold can be held out in turn: [n], the fold of
 * each, or −1 for the only photo of its class, which is never held out.
 */
export function labelFolds(classes: ArrayLike<number>, folds: number, seed: number): Int32Array {
  const from = random(seed)
  const fold = new Int32Array(classes.length).fill(-1)
  let next = 0
  for (const each of rowsByClass(classes)) {
    if (each.length > 1)
      shuffle(each, from).forEach(row => fold[row] = next++ % folds)
  }
  return fold
}
