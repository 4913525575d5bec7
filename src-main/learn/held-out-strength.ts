import type { ClosedForm, ClosedFormInputs, Strength } from '#main/learn/closed-form'
import type { HeldOutScores } from '#main/learn/held-out'
import type { Matrix } from '#main/matrix/matrix'
import { closedForm } from '#main/learn/closed-form'
import { emptyScores, measureFold, scoreOf } from '#main/learn/held-out'
import { embedRows } from '#main/learn/multiply'
import { squaredDistance } from '#main/matrix/distance'
import { takeRows } from '#main/matrix/matrix'
import { pace } from '#main/matrix/pace'

/** The labelled photos that take turns in being held out. */
export interface HeldOutLabels {
  /** [n, M] float32: along the basis. */
  coordinates: Matrix
  classes: ArrayLike<number>
  classCount: number
  /** [n]: the fold of each. */
  folds: Int32Array
  foldCount: number
}

/** A closed form fitted without one fold. */
export interface FoldFit extends ClosedForm {
  fold: number
}

/** The first is right for most libraries; another must do clearly better to be taken. */
const strengths: readonly Strength[] = [
  { shrink: 0.05, local: 0.5 },
  { shrink: 0.05, local: 0.8 },
  { shrink: 0.1, local: 0.2 },
]

/**
 * Fits the closed form at each strength without each fold, and measures that fold.
 *
 * @returns the strength that does best over all folds, and for each fold the fit at the strength the others choose
 * @throws CANCELLED
 */
export async function heldOutStrength(
  labels: HeldOutLabels,
  fixed: Pick<ClosedFormInputs, 'variances' | 'localScatter' | 'classCount'>,
  dimensions: number,
  signal?: AbortSignal,
): Promise<{ strength: Strength, folds: FoldFit[] }> {
  const rest = pace('Learning', signal)
  const fits: FoldFit[][] = []
  const scores: number[][] = []
  for (const strength of strengths) {
    const byFold: FoldFit[] = []
    const scoreByFold: number[] = []
    for (let fold = 0; fold < labels.foldCount; fold++) {
      await rest()
      const others = rowsOutside(labels, fold)
      const fit = closedForm({
        ...fixed,
        labelled: takeRows(labels.coordinates, others),
        classes: others.map(i => labels.classes[i]),
      }, strength, dimensions)
      const measured = emptyScores(labels.coordinates.rows)
      measureEmbedded(measured, labels, fold, embedRows(labels.coordinates, fit))
      byFold.push({ ...fit, fold })
      scoreByFold.push(scoreOf(measured))
    }
    fits.push(byFold)
    scores.push(scoreByFold)
  }
  const margin = marginFor(labels.folds.length)
  return {
    strength: strengths[bestWithout(scores, margin)],
    folds: Array.from({ length: labels.foldCount }, (_, fold) => fits[bestWithout(scores, margin, fold)][fold]),
  }
}

/** The labelled photos that are not in a fold. */
export function rowsOutside({ folds }: HeldOutLabels, fold: number): number[] {
  return Array.from(folds.keys()).filter(i => folds[i] !== fold)
}

/** Measures one fold in an embedding of the labelled photos. */
export function measureEmbedded(into: HeldOutScores, labels: HeldOutLabels, fold: number, { columns, values }: Matrix): void {
  measureFold(into, labels, fold, (i, j) => Math.sqrt(squaredDistance(values, i * columns, values, j * columns, columns)))
}

/**
 * The candidate with the highest mean score, [candidate][fold], over all folds but one. The first is taken unless
 * another is better by `margin`: what few held-out photos say is mostly chance.
 */
export function bestWithout(scores: readonly (readonly number[])[], margin: number, fold = -1): number {
  const means = scores.map((byFold) => {
    const counted = byFold.filter((_, at) => at !== fold)
    return counted.reduce((sum, score) => sum + score, 0) / counted.length
  })
  const best = means.indexOf(Math.max(...means))
  return means[best] > means[0] + margin ? best : 0
}

/** A third of the standard error of an accuracy measured on this many photos, at its largest. */
export function marginFor(photos: number): number {
  return 1 / (6 * Math.sqrt(photos))
}
