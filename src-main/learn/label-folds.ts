import { random, shuffle } from '#main/matrix/random'

/**
 * Deals labelled photos to folds, each class evenly, so that every fold can be held out in turn: [n], the fold of
 * each, or −1 for the only photo of its class, which is never held out.
 */
export function labelFolds(classes: ArrayLike<number>, folds: number, seed: number): Int32Array {
  const rows = new Map<number, number[]>()
  for (let i = 0; i < classes.length; i++) {
    rows.set(classes[i], [
      ...rows.get(classes[i]) ?? [],
      i,
    ])
  }
  const from = random(seed)
  const fold = new Int32Array(classes.length).fill(-1)
  let next = 0
  for (const each of rows.values()) {
    if (each.length > 1)
      shuffle(each, from).forEach(row => fold[row] = next++ % folds)
  }
  return fold
}
