import type { Loss } from '#main/learn/losses/loss'
import type { LossId } from '#main/learn/losses/table'
import { losses } from '#main/learn/losses/table'

/** Where a loss is evaluated. */
export interface LossPoint {
  /** [N][D] */
  rows: number[][]
  /** [N] */
  classes: number[]
  /** More than the classes that are there. */
  classCount: number
  /** Of the loss itself, [D][K], or [1][K] for one number a class. */
  weights: Record<string, number[][]>
}

/** A point with weights such as the loss has, of the values given in turn. */
export function lossPoint(id: LossId, rows: number[][], classes: number[], classCount: number, number: () => number): LossPoint {
  const weights = Object.fromEntries(Object.entries(weightShapes(id, rows[0].length, classCount)).map(([name, shape]) =>
    [name, Array.from({ length: shape.length === 1 ? 1 : shape[0] }, () => Array.from({ length: classCount }, number))]))
  return { rows, classes, classCount, weights }
}

/** The shape of each weight that a loss brings. */
export function weightShapes(id: LossId, dimensions: number, classCount: number): Record<string, readonly number[]> {
  const loss: Loss = losses[id]
  return Object.fromEntries(Object.entries(loss.weights?.(dimensions, classCount, 0) ?? {}).map(([name, { shape }]) => [name, shape]))
}
