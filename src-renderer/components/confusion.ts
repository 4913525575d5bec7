/** Which label the photos of each label lie nearest to. */
export interface Confusion {
  /** Label ids, those that are mistaken most first. */
  labels: number[]
  /** The photos labelled `label` whose nearest other labelled photo has the label `nearest`. */
  photosOf: (label: number, nearest: number) => readonly number[]
  /** Photos that lie nearest to another label than their own. */
  mistaken: number
}

/** Counts photos by their own label and by that of their nearest neighbour (0 for none), all three in one order. */
export function confusionOf(photos: ArrayLike<number>, own: ArrayLike<number>, nearest: ArrayLike<number>): Confusion {
  const cells = new Map<number, Map<number, number[]>>()
  const mistakes = new Map<number, number>()
  let mistaken = 0
  for (let i = 0; i < photos.length; i++) {
    const row = cells.get(own[i]) ?? new Map<number, number[]>()
    cells.set(own[i], row)
    const cell = row.get(nearest[i])
    if (cell)
      cell.push(photos[i])
    else
      row.set(nearest[i], [photos[i]])
    if (!mistakes.has(own[i]))
      mistakes.set(own[i], 0)
    if (nearest[i] !== own[i] && nearest[i] !== 0) {
      mistaken++
      for (const label of [own[i], nearest[i]])
        mistakes.set(label, (mistakes.get(label) ?? 0) + 1)
    }
  }
  return {
    labels: [...mistakes.keys()].sort((a, b) => mistakes.get(b)! - mistakes.get(a)! || a - b),
    photosOf: (label, other) => cells.get(label)?.get(other) ?? [],
    mistaken,
  }
}
