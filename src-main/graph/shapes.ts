import { GraphMistake } from '#main/graph/graph-mistake'

/** A size known when the graph is built, or a symbol for one that is known when it runs. */
export type Size = number | string

/** The sizes of a value in the graph. */
export type Shape = readonly Size[]

/**
 * The shape of an element-wise operation: sizes are matched from the last; 1 stretches to the other.
 *
 * @throws GRAPH_MISTAKE where two sizes differ and neither is 1
 */
export function broadcastShapes(...shapes: Shape[]): Shape {
  const rank = Math.max(0, ...shapes.map(shape => shape.length))
  return Array.from({ length: rank }, (_, axis) => {
    let size: Size = 1
    for (const shape of shapes) {
      const at = axis - (rank - shape.length)
      if (at < 0 || shape[at] === 1 || shape[at] === size)
        continue
      if (size !== 1)
        throw new GraphMistake(`shapes ${shapes.map(showShape).join(' and ')} do not broadcast`)
      size = shape[at]
    }
    return size
  })
}

/** An axis counted from the front; a negative one counts from the end. */
export function axisOf(axis: number, rank: number): number {
  const at = axis < 0
    ? axis + rank
    : axis
  if (at < 0 || at >= rank)
    throw new GraphMistake(`axis ${axis} is not among ${rank}`)
  return at
}

/** A shape without the axes given, or with 1 in their place. */
export function reduceShape(shape: Shape, axes: readonly number[], keep: boolean): Shape {
  const gone = new Set(axes.map(axis => axisOf(axis, shape.length)))
  return keep
    ? shape.map((size, axis) => gone.has(axis)
        ? 1
        : size)
    : shape.filter((_, axis) => !gone.has(axis))
}

/** The sizes as numbers. @throws GRAPH_MISTAKE where one is a symbol. */
export function knownSizes(shape: Shape, what: string): number[] {
  return shape.map((size) => {
    if (typeof size !== 'number')
      throw new GraphMistake(`${what} needs known sizes, and ${showShape(shape)} has the symbol ${size}`)
    return size
  })
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis])
}

/** A shape as people write it: `[N, 16]`. */
export function showShape(shape: Shape): string {
  return `[${shape.join(', ')}]`
}
