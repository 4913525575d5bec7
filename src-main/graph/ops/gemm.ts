import type { Operator } from '#main/graph/ops/operator'
import type { Value } from '#main/graph/value'
import { GraphMistake } from '#main/graph/graph-mistake'
import { commonType, sumTo } from '#main/graph/ops/rules'
import { broadcastShapes, sameShape, showShape } from '#main/graph/shapes'

/** alpha · A′B′ + beta · C of matrices, where ′ may transpose; C broadcasts and may be left out. */
export const gemm: Operator = {
  attributes: {
    alpha: 'float',
    beta: 'float',
    transA: 'int',
    transB: 'int',
  },
  infer([a, b, c], { transA, transB }) {
    const [rows, inner] = transA
      ? [a.shape[1], a.shape[0]]
      : a.shape
    const [depth, columns] = transB
      ? [b.shape[1], b.shape[0]]
      : b.shape
    if (a.shape.length !== 2 || b.shape.length !== 2 || inner !== depth)
      throw new GraphMistake(`${showShape(a.shape)}${transA ? 'ᵀ' : ''} and ${showShape(b.shape)}${transB ? 'ᵀ' : ''} cannot be multiplied`)
    const shape = [rows, columns]
    if (c && !sameShape(broadcastShapes(shape, c.shape), shape))
      throw new GraphMistake(`${showShape(c.shape)} cannot be added to ${showShape(shape)}`)
    return [
      { type: commonType([a, b, c]), shape },
    ]
  },
  gradient({ graph, inputs: [a, b, c], attributes, upstream, wanted }) {
    const { alpha = 1, beta = 1, transA = 0, transB = 0 } = attributes
    const product = (left: Value, transLeft: boolean, right: Value, transRight: boolean): Value =>
      graph.add('Gemm', [left, right], {
        alpha,
        transA: Number(transLeft),
        transB: Number(transRight),
      })
    const byC = (): Value => sumTo(graph, beta === 1
      ? upstream
      : graph.add('Mul', [
          upstream,
          graph.number(Number(beta), upstream.type),
        ]), c.shape)
    return [
      wanted[0]
        ? (transA
            ? product(b, !!transB, upstream, true)
            : product(upstream, false, b, !transB))
        : undefined,
      wanted[1]
        ? (transB
            ? product(upstream, true, a, !!transA)
            : product(a, !transA, upstream, false))
        : undefined,
      c && wanted[2]
        ? byC()
        : undefined,
    ]
  },
}
