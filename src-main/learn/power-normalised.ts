import type { Value } from '#main/graph/value'
import { larger, over, plus, root, sumOver, times, unitRows } from '#main/graph/formulas'

/** What is small beside the elements of a unit-length row that say anything: nearer to 0 than this, the root is all but linear. */
const small = 1e-3

/**
 * Rows [N, D], power-normalised, in a graph: scaled to unit length, each element to x / √(|x| + 0.001), all but its signed
 * square root, and to unit length again; zeros stay. A few strong channels no longer decide by themselves how alike two
 * photos are. What is added bounds the slope at 0, so that rounding in a network's last digits stays small.
 *
 * Source: Perronnin, Sánchez, Mensink 2010, Improving the Fisher Kernel, section 3.2.
 */
export function powerNormalised(x: Value): Value {
  return unitRows(compressed(x))
}

/** The same times a matrix: x [N, D], weights [D, M] → [N, M]. The last scaling is of the product, which is narrower. */
export function powerNormalisedProduct(x: Value, weights: Value): Value {
  const rows = compressed(x)
  const lengths = root(larger(sumOver(times(rows, rows), 1), 1e-12))
  return over(x.graph.add('MatMul', [rows, weights]), lengths)
}

/** x / √(|x| + 0.001) of rows of unit length. */
function compressed(x: Value): Value {
  const unit = unitRows(x)
  return over(unit, root(plus(x.graph.add('Abs', [unit]), small)))
}
