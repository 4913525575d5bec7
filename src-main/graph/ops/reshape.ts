import type { Operator } from '#main/graph/ops/operator'
import type { Shape, Size } from '#main/graph/shapes'
import { GraphMistake } from '#main/graph/graph-mistake'
import { constantNumbers } from '#main/graph/ops/rules'
import { axisOf, knownSizes, showShape } from '#main/graph/shapes'

/** The same elements under another shape: 0 keeps a size, and one −1 takes what is left. */
export const reshape: Operator = {
  infer([x, target]) {
    const wanted = constantNumbers(target, 'shape')
    const shape: Size[] = wanted.map((size, axis) => size === 0
      ? x.shape[axisOf(axis, x.shape.length)]
      : size)
    const rest = shape.indexOf(-1)
    if (rest >= 0)
      shape[rest] = remaining(x.shape, shape.filter(size => size !== -1))
    const isKnown = x.shape.every(isNumber) && shape.every((size, axis) => axis === rest || isNumber(size))
    if (isKnown && product(x.shape) !== product(shape.map(Number)))
      throw new GraphMistake(`${showShape(x.shape)} cannot be read as ${showShape(wanted)}`)
    return [
      { type: x.type, shape },
    ]
  },
  gradient({ graph, inputs: [x], upstream }) {
    const symbols = x.shape.filter(size => !isNumber(size)).length
    const sizes = symbols === 1
      ? x.shape.map(size => isNumber(size)
          ? size
          : -1)
      : knownSizes(x.shape, 'a gradient')
    return [
      graph.add('Reshape', [
        upstream,
        graph.integers(sizes),
      ]),
    ]
  },
}

/** What is left of a shape for one size: symbols on both sides cancel. */
function remaining(from: Shape, taken: readonly Size[]): Size {
  const left = [...from]
  const divisors: number[] = []
  for (const size of taken) {
    const at = isNumber(size)
      ? -1
      : left.indexOf(size)
    if (at >= 0)
      left.splice(at, 1)
    else if (isNumber(size))
      divisors.push(size)
    else
      throw new GraphMistake(`the size ${size} is not in ${showShape(from)}`)
  }
  const symbols = left.filter(size => !isNumber(size))
  const count = product(left.filter(isNumber)) / product(divisors)
  if (symbols.length === 0 && Number.isInteger(count))
    return count
  return symbols.length === 1 && count === 1
    ? symbols[0]
    : '?'
}

function isNumber(size: Size): size is number {
  return typeof size === 'number'
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all * size, 1)
}
