import { random, shuffle } from '#main/matrix/random'

/** Rows by what is known of them. */
export interface GroupSplit {
  /** Labelled photos of seen groups. */
  labelled: Int32Array
  /** Their classes: seen groups numbered anew from 0. */
  classes: Int32Array
  /** The other photos of seen groups. */
  seen: Int32Array
  /** All photos of the groups that are never labelled. */
  unseen: Int32Array
}

/**
 * Draws which groups are seen and which of their photos are labelled. Groups with fewer photos than asked for keep at
 * least one of them back. `seenShare` of the groups get labels, at least two.
 */
export function splitGroups(groups: Int32Array, count: number, seenShare: number, labels: number, seed: number): GroupSplit {
  const from = random(seed)
  const order = shuffle(Array.from({ length: count }, (_, i) => i), from)
  const seenGroups = order.slice(0, Math.max(2, Math.round(count * seenShare)))
  const classOf = new Map(seenGroups.map((group, i) => [group, i]))
  const labelled: number[] = []
  const seen: number[] = []
  for (const group of seenGroups) {
    const rows = shuffle(Array.from(groups.keys()).filter(row => groups[row] === group), from)
    const taken = Math.min(labels, rows.length - 1)
    labelled.push(...rows.slice(0, taken))
    seen.push(...rows.slice(taken))
  }
  return {
    labelled: Int32Array.from(labelled),
    classes: Int32Array.from(labelled, row => classOf.get(groups[row])!),
    seen: Int32Array.from(seen),
    unseen: Int32Array.from(Array.from(groups.keys()).filter(row => !classOf.has(groups[row]))),
  }
}
