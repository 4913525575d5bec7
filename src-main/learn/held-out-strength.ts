import type { ClosedForm, ClosedFormInputs, Strength } from '#main/learn/closed-form'
import type { HeldOutScores } from '#main/learn/held-out'
import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { clearlyBest } from '#main/learn/clearly-best'
import { closedForm, embedRows, withinScatter } from '#main/learn/closed-form'
import { clusterMiddles } from '#main/learn/cluster-middles'
import { emptyScores, measureFold } from '#main/learn/held-out'
import { squaredDistances } from '#main/learn/squared-distances'
import { rowOf, takeRows } from '#main/matrix/matrix'
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

/** What every closed form of one run has in common. */
export type CommonInputs = Pick<ClosedFormInputs, 'sample' | 'localScatter' | 'classCount'>

/** A closed form fitted without one fold. */
export interface FoldFit extends ClosedForm {
  fold: number
}

/** The first is right for most libraries; another must do clearly better to be taken. */
export const strengths: readonly Strength[] = [
  { shrink: 0.4, neighbours: 100 },
  { shrink: 0.15, neighbours: 100 },
  { shrink: 0.7, neighbours: 100 },
  { shrink: 0.15, neighbours: 25 },
]

/** Standard errors by which another strength must be better. */
const certainty = 1

/**
 * Fits the closed form at each strength without each fold, and measures that fold.
 *
 * @returns the strength that does best over all folds, and for each fold the fit at the strength the others choose
 * @throws CANCELLED
 */
export async function heldOutStrength(
  labels: HeldOutLabels,
  common: CommonInputs,
  dimensions: number,
  products: MatrixProducts,
  signal?: AbortSignal,
): Promise<{ strength: Strength, folds: FoldFit[] }> {
  const rest = pace('Learning', signal)
  const fits: FoldFit[][] = strengths.map(() => [])
  const right = strengths.map(() => new Float64Array(labels.folds.length).fill(Number.NaN))
  for (let fold = 0; fold < labels.foldCount; fold++) {
    const inputs = inputsOf(rowsOutside(labels, fold), labels, common)
    const within = await withinScatter(inputs, products)
    for (const [at, strength] of strengths.entries()) {
      await rest()
      const fit = await closedForm({ ...inputs, within }, strength, dimensions, products)
      fits[at].push({ ...fit, fold })
      await countRight(right[at], labels, fold, await embedRows(labels.coordinates, fit, products), products)
    }
  }
  return {
    strength: strengths[clearlyBest(right, certainty)],
    folds: Array.from({ length: labels.foldCount }, (_, fold) => fits[clearlyBest(right, certainty, i => labels.folds[i] !== fold)][fold]),
  }
}

/** Counts for each photo of a fold whether the nearest labelled photo, and whether the nearest class mean, is of its class: two views of few photos. */
async function countRight(into: Float64Array, labels: HeldOutLabels, fold: number, embedding: Matrix, products: MatrixProducts): Promise<void> {
  const nearest = emptyScores(labels.folds.length)
  await measureEmbedded(nearest, labels, fold, embedding, products)
  const held = rowsOf(labels, fold)
  const others = rowsOutside(labels, fold)
  const means = classMeans(takeRows(embedding, others), others.map(i => labels.classes[i]), labels.classCount)
  const { values, columns } = await squaredDistances(takeRows(embedding, held), means, products)
  held.forEach((row, at) => {
    const away = values.subarray(at * columns, (at + 1) * columns)
    into[row] = nearest.right[row] + (away.indexOf(Math.min(...away)) === labels.classes[row] ? 1 : 0)
  })
}

/** [K, D]; infinitely far away for a class without a row. */
function classMeans(rows: Matrix, classes: readonly number[], classCount: number): Matrix {
  const { middles, sizes } = clusterMiddles(rows, Int32Array.from(classes), classCount)
  sizes.forEach((size, own) => size === 0 && rowOf(middles, own).fill(1e9))
  return middles
}

/** The closed form of some of the labelled photos. */
export function fitOn(rows: readonly number[], labels: HeldOutLabels, common: CommonInputs, strength: Strength, dimensions: number, products: MatrixProducts): Promise<ClosedForm> {
  return closedForm(inputsOf(rows, labels, common), strength, dimensions, products)
}

function inputsOf(rows: readonly number[], { coordinates, classes }: HeldOutLabels, common: CommonInputs): ClosedFormInputs {
  return { ...common, labelled: takeRows(coordinates, rows), classes: rows.map(i => classes[i]) }
}

function rowsOf({ folds }: HeldOutLabels, fold: number): number[] {
  return Array.from(folds.keys()).filter(i => folds[i] === fold)
}

/** The labelled photos that are not in a fold. */
export function rowsOutside({ folds }: HeldOutLabels, fold: number): number[] {
  return Array.from(folds.keys()).filter(i => folds[i] !== fold)
}

/** Measures one fold in an embedding of the labelled photos. */
export async function measureEmbedded(into: HeldOutScores, labels: HeldOutLabels, fold: number, embedding: Matrix, products: MatrixProducts): Promise<void> {
  const held = rowsOf(labels, fold)
  if (held.length === 0)
    return
  const { values, columns } = await squaredDistances(takeRows(embedding, held), embedding, products)
  for (let at = 0; at < values.length; at++)
    values[at] = Math.sqrt(values[at])
  const placeOf = new Int32Array(columns)
  held.forEach((row, at) => placeOf[row] = at)
  measureFold(into, labels, fold, (i, j) => values[placeOf[i] * columns + j])
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
