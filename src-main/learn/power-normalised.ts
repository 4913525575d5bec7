import type { Value } from '#main/graph/value'
import type { Matrix } from '#main/matrix/matrix'
import { larger, over, plus, root, sumOver, times, unitRows } from '#main/graph/formulas'
import { dotProduct } from '#main/matrix/distance'
import { matrix } from '#main/matrix/matrix'

/** What is small beside the elements of a unit-length row that say anything: nearer to 0 than this, the root is all but linear. */
const small = 1e-3

/**
 * The rows at `at`, power-normalised: scaled to unit length, each element to x / √(|x| + 0.001), all but its signed
 * square root, and to unit length again; zeros stay. A few strong channels no longer decide by themselves how alike two
 * photos are. What is added bounds the slope at 0, so that rounding in a network's last digits stays small.
 *
 * Source: Perronnin, Sánchez, Mensink 2010, Improving the Fisher Kernel, section 3.2.
 */
export function powerNormalised(of: Matrix, at: ArrayLike<number>): Matrix {
  const { columns, values } = of
  const rows = matrix(at.length, columns)
  for (let i = 0; i < at.length; i++) {
    const from = at[i] * columns
    const to = i * columns
    const length = Math.sqrt(dotProduct(values, from, values, from, columns))
    const scale = length > 0 ? 1 / length : 0
    let squares = 0
    for (let d = 0; d < columns; d++) {
      const x = values[from + d] * scale
      const square = x * x / (Math.abs(x) + small)
      squares += square
      rows.values[to + d] = x < 0 ? -Math.sqrt(square) : Math.sqrt(square)
    }
    const again = squares > 0 ? 1 / Math.sqrt(squares) : 0
    for (let d = to; d < to + columns; d++)
      rows.values[d] *= again
  }
  return rows
}

/** The same in a graph, times a matrix: x [N, D], weights [D, M] → [N, M]. The last scaling is of the product, which is narrower. */
export function powerNormalisedProduct(x: Value, weights: Value): Value {
  const unit = unitRows(x)
  const compressed = over(unit, root(plus(x.graph.add('Abs', [unit]), small)))
  const lengths = root(larger(sumOver(times(compressed, compressed), 1), 1e-12))
  return over(x.graph.add('MatMul', [compressed, weights]), lengths)
}
