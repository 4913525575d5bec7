import type { Operator } from '#main/graph/ops/operator'
import type { Value } from '#main/graph/value'
import { GraphMistake } from '#main/graph/graph-mistake'
import { constantNumbers } from '#main/graph/ops/rules'
import { axisOf, knownSizes } from '#main/graph/shapes'

/** A part of a value: inputs are the value, starts, ends, axes and steps. The gradient needs steps of 1. */
export const slice: Operator = {
  infer: inputs => [
    {
      type: inputs[0].type,
      shape: rangesOf(inputs).reduce((shape, { axis, size }) => shape.with(axis, size), [...inputs[0].shape]),
    },
  ],
  gradient({ graph, inputs, upstream }) {
    const [x] = inputs
    const before = x.shape.map(() => 0)
    const after = x.shape.map(() => 0)
    for (const { axis, start, step, size, whole } of rangesOf(inputs)) {
      if (step !== 1)
        throw new GraphMistake('the gradient of a Slice needs steps of 1')
      before[axis] = start
      after[axis] = whole - start - size
    }
    return [
      graph.add('Pad', [
        upstream,
        graph.integers([
          ...before,
          ...after,
        ]),
      ]),
    ]
  },
}

interface Range { axis: number, start: number, step: number, size: number, whole: number }

/** What is taken of each axis, by ONNX's rules: negative positions count from the end, and all are held inside. */
function rangesOf([x, starts, ends, axes, steps]: readonly Value[]): Range[] {
  const from = constantNumbers(starts, 'starts')
  const to = constantNumbers(ends, 'ends')
  if ([ends, axes, steps].some(list => list && list.shape[0] !== from.length))
    throw new GraphMistake(`${from.length} starts have not as many ends, axes and steps`)
  return from.map((_, at) => {
    const axis = axisOf(axes
      ? constantNumbers(axes, 'axes')[at]
      : at, x.shape.length)
    const step = steps
      ? constantNumbers(steps, 'steps')[at]
      : 1
    const [whole] = knownSizes([x.shape[axis]], 'a slice')
    const place = (position: number): number => position < 0
      ? position + whole
      : position
    const [low, high] = step > 0
      ? [0, whole]
      : [-1, whole - 1]
    const start = Math.min(Math.max(place(from[at]), Math.max(low, 0)), high)
    const end = Math.min(Math.max(place(to[at]), low), whole)
    return {
      axis,
      start,
      step,
      size: Math.max(0, Math.ceil((end - start) / step)),
      whole,
    }
  })
}
