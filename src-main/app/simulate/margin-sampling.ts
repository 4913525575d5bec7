import type { SimulatedUser } from '#main/app/simulate/simulated-user'
import type { Strategy, StrategyState } from '#main/app/simulate/strategy'
import type { Matrix } from '#main/matrix/matrix'
import { classShares, logisticRegression } from '#main/matrix/logistic-regression'

/** Photos in the order of their ids, and their vectors in the network's own space. */
export interface SeenPhotos {
  photos: Uint32Array
  vectors: Matrix
}

/**
 * The reference of active learning: a logistic regression on the network's own vectors, and one photo an act, the one
 * whose two likeliest classes are closest (Scheffer et al. 2001). What it would label the rest is its own, so it keeps
 * its own account and never presses Learn.
 */
export function marginSampling({ photos, vectors }: SeenPhotos): Strategy & { score: (user: SimulatedUser) => Promise<number> } {
  const labelled = new Map<number, string>()
  let predicted = new Map<number, string>()
  let margins: { row: number, margin: number }[] = []

  async function fit(): Promise<void> {
    const names = [...new Set(labelled.values())]
    const rows = [...labelled.keys()]
    const classifier = await logisticRegression(vectors, rows, rows.map(row => names.indexOf(labelled.get(row)!)), names.length)
    const shares = new Float64Array(names.length)
    predicted = new Map()
    margins = []
    for (let row = 0; row < photos.length; row++) {
      classShares(classifier, vectors, row, shares)
      const [first, second = 0] = [...shares].sort((a, b) => b - a)
      predicted.set(row, labelled.get(row) ?? names[shares.indexOf(first)])
      if (!labelled.has(row))
        margins.push({ row, margin: first - second })
    }
    margins.sort((a, b) => a.margin - b.margin)
  }

  return {
    id: 'margin',
    title: 'Margin sampling with logistic regression',
    async next(user: SimulatedUser, { from }: StrategyState): Promise<boolean> {
      const row = margins[0]?.row ?? (labelled.size === 0 ? from.integer(photos.length) : undefined)
      if (row === undefined)
        return false
      labelled.set(row, user.truth.get(photos[row])!)
      await fit()
      return true
    },
    score: async (user) => {
      let right = 0
      photos.forEach((photo, row) => right += predicted.get(row) === user.truth.get(photo) ? 1 : 0)
      return right / photos.length
    },
  }
}
