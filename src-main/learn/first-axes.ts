import type { Matrix } from '#main/matrix/matrix'
import { matrix } from '#main/matrix/matrix'

/** [M, D]: the first D of M axes, of the length given: the head that keeps so many columns. */
export function firstAxes(rows: number, columns: number, length = 1): Matrix {
  const axes = matrix(rows, columns)
  for (let at = 0; at < columns; at++)
    axes.values[at * columns + at] = length
  return axes
}
