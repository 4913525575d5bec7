import type { Value } from '#main/graph/value'
import { minus, product, transposed } from '#main/graph/formulas'
import { tensor } from '#main/graph/tensor'

/** More than any distance: what keeps a pair from being the nearest. */
export const beyond = 1e30

/** [N, N]: 1 on the diagonal, 0 elsewhere. */
export function itself({ graph, type, shape: [rows] }: Value): Value {
  const count = Number(rows)
  const values = type === 'float64' ? new Float64Array(count * count) : new Float32Array(count * count)
  for (let i = 0; i < count; i++)
    values[i * count + i] = 1
  return graph.constant(tensor(type, [count, count], values))
}

/** [N, N]: 1 where two different rows have the same class. */
export function sameClass(oneHot: Value): Value {
  return minus(product(oneHot, transposed(oneHot)), itself(oneHot))
}

/** [N, N]: 1 where two rows have different classes. */
export function otherClass(oneHot: Value): Value {
  return minus(1, product(oneHot, transposed(oneHot)))
}
