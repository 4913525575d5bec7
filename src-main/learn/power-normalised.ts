import type { Value } from '#main/graph/value'
import type { MatrixProducts } from '#main/learn/matrix-products'
import type { Matrix } from '#main/matrix/matrix'
import { GraphBuilder } from '#main/graph/builder'
import { larger, over, plus, root, sumOver, times, unitRows } from '#main/graph/formulas'
import { tensorOf } from '#main/learn/matrix-products'
import { matrix } from '#main/matrix/matrix'

/** What is small beside the elements of a unit-length row that say anything: nearer to 0 than this, the root is all but linear. */
const small = 1e-3

/**
 * Power-normalised rows [N, D]: scaled to unit length, each element to x / √(|x| + 0.001), all but its signed square root,
 * and to unit length again; zeros stay. A few strong channels no longer decide by themselves how alike two photos are.
 * What is added bounds the slope at 0, so that rounding in a network's last digits stays small.
 *
 * Source: Perronnin, Sánchez, Mensink 2010, Improving the Fisher Kernel, section 3.2.
 */
export async function powerNormalised(of: Matrix, products: MatrixProducts): Promise<Matrix> {
  const { rows } = await products.run(normalising, { features: tensorOf(of) })
  return matrix(of.rows, of.columns, rows.values as Float32Array<ArrayBuffer>)
}

function normalising(): GraphBuilder {
  const graph = new GraphBuilder('power-normalised')
  graph.output(unitRows(compressed(graph.input('features', 'float32', ['N', 'D']))), 'rows')
  return graph
}

/** The same in a graph, times a matrix: x [N, D], weights [D, M] → [N, M]. The last scaling is of the product, which is narrower. */
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
