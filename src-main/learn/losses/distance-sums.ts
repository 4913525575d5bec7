import type { Value } from '#main/graph/value'
import { larger, meanOver, minus, over, product, root, sumOver, times } from '#main/graph/formulas'
import { itself } from '#main/learn/losses/pairs'
import { mostOver } from '#main/learn/losses/reductions'

/**
 * How far each row is from all other rows of each class together: [N, K].
 *
 * @param distances [N, N]: from each row (down) to each (across)
 * @param oneHot [N, K]
 */
export function distanceSums(distances: Value, oneHot: Value): Value {
  return product(times(distances, minus(1, itself(oneHot))), oneHot)
}

/** As a share of the largest radius: float32 tells no shorter distances apart by products. */
const least = 3e-4

/**
 * The same for Euclidean distances of rows x [N, D], in six passes over [N, N] there and back in place of fifteen.
 *
 * Rows are centred and scaled to a largest radius of 1. Each is joined by half its square and a one, so that one product
 * gives the squared distances. Rows are put a radius from themselves, which is taken off the sums, so that nothing needs
 * a mask and no quotient is large.
 *
 * With g what comes for the sums and y the classes, ∂/∂xᵢ = Σⱼ qᵢⱼ (xᵢ − xⱼ), qᵢⱼ = (gᵢ·yⱼ + yᵢ·gⱼ) / dᵢⱼ: the numerators of
 * all pairs are again one product, of [g, y] and [y, g].
 *
 * @param x [N, D]
 * @param oneHot [N, K]
 */
export function euclideanDistanceSums(x: Value, oneHot: Value): Value {
  const { graph } = x
  const join = (...parts: Value[]): Value => graph.add('Concat', parts, { axis: 1 })
  const centred = minus(x, meanOver(x, 0))
  const squares = sumOver(times(centred, centred), 1)
  const radius = root(larger(mostOver(squares, 0), 1e-24))
  const unit = over(centred, radius)
  const half = times(sumOver(times(unit, unit), 1), -0.5)
  const one = graph.add('Expand', [graph.number(1, x.type), graph.integers([Number(x.shape[0]), 1])])
  const squaredDistances = graph.add('Gemm', [join(unit, half, one), join(unit, one, half), itself(oneHot)], { alpha: -2, transB: 1 })
  const distances = root(larger(squaredDistances, least ** 2))
  const sums = times(minus(product(distances, oneHot), oneHot), radius)
  return graph.differentiateBy(sums, {
    inputs: [x],
    gradient({ upstream }) {
      const pulls = graph.add('Gemm', [join(upstream, oneHot), join(oneHot, upstream)], { transB: 1 })
      const q = over(pulls, distances)
      return [minus(times(sumOver(q, 1), unit), product(q, unit))]
    },
  })
}
