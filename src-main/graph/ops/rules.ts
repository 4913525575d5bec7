import type { ElementType } from '#main/graph/element-types'
import type { Operator } from '#main/graph/ops/operator'
import type { Shape } from '#main/graph/shapes'
import type { Attributes, BackwardStep, Graph, Value, ValueType } from '#main/graph/value'
import { GraphMistake } from '#main/graph/graph-mistake'
import { axisOf, broadcastShapes, reduceShape, sameShape } from '#main/graph/shapes'
import { numbersOf } from '#main/graph/tensor'

/** The rule of an operator whose output is like its first input. */
export function likeFirst(inputs: readonly Value[]): readonly ValueType[] {
  return [
    { type: inputs[0].type, shape: inputs[0].shape },
  ]
}

/** The type that all inputs are of; one may be left out. */
export function commonType(inputs: readonly (Value | undefined)[]): ElementType {
  const [first, ...others] = inputs.filter(input => input !== undefined)
  const odd = others.find(input => input.type !== first.type)
  if (odd)
    throw new GraphMistake(`${first.name} is ${first.type} and ${odd.name} is ${odd.type}`)
  return first.type
}

/** The rule of an element-wise operator of several inputs of one type, with broadcasting. */
export function broadcasting(inputs: readonly Value[]): readonly ValueType[] {
  return [
    {
      type: commonType(inputs),
      shape: broadcastShapes(...inputs.map(input => input.shape)),
    },
  ]
}

/** The operators that compare two values element by element and answer bools. They have no gradient. */
export const comparison: Operator = {
  infer: inputs => broadcasting(inputs).map(({ shape }) => ({ type: 'bool', shape })),
}

/** An element-wise operator of one input whose gradient is the upstream one times its derivative. */
export function unary(derivative: (graph: Graph, input: Value, output: Value) => Value): Operator {
  return {
    infer: likeFirst,
    gradient: ({ graph, inputs, outputs, upstream }) =>
      [
        graph.add('Mul', [
          upstream,
          derivative(graph, inputs[0], outputs[0]),
        ]),
      ],
  }
}

/** Sums a gradient over the axes along which its input was stretched, so that it has the input's shape. */
export function sumTo(graph: Graph, gradient: Value, shape: Shape): Value {
  if (sameShape(gradient.shape, shape))
    return gradient
  const extra = gradient.shape.length - shape.length
  const lead = Array.from({ length: extra }, (_, axis) => axis)
  const stretched = shape.flatMap((size, axis) => size === 1 && gradient.shape[axis + extra] !== 1
    ? [axis + extra]
    : [])
  let summed = gradient
  if (stretched.length > 0) {
    summed = graph.add('ReduceSum', [
      summed,
      graph.integers(stretched),
    ], { keepdims: 1 })
  }
  return extra > 0
    ? graph.add('ReduceSum', [
        summed,
        graph.integers(lead),
      ], { keepdims: 0 })
    : summed
}

/** The gradients of an element-wise operator of two inputs, from each one's before broadcasting is undone. */
export function binaryGradient({ graph, inputs, wanted }: BackwardStep, of: readonly (() => Value)[]): (Value | undefined)[] {
  return of.map((gradient, at) => wanted[at]
    ? sumTo(graph, gradient(), inputs[at].shape)
    : undefined)
}

/** 1 where a bool holds and 0 elsewhere, in the type of `like`. */
export function indicator(graph: Graph, condition: Value, like: Value): Value {
  return graph.add('Cast', [condition], { to: like.type })
}

/** Upstream gradients to the larger, or smaller, of two: all to one of them, halves where they are equal. */
export function selectGradient(step: BackwardStep, chosen: 'Greater' | 'Less'): readonly (Value | undefined)[] {
  const { graph, inputs: [a, b], upstream } = step
  const tie = graph.add('Mul', [
    indicator(graph, graph.add('Equal', [a, b]), a),
    graph.number(0.5, a.type),
  ])
  const share = (left: Value, right: Value): Value =>
    graph.add('Mul', [
      upstream,
      graph.add('Add', [
        indicator(graph, graph.add(chosen, [left, right]), a),
        tie,
      ]),
    ])
  return binaryGradient(step, [
    () => share(a, b),
    () => share(b, a),
  ])
}

/** The axes of a reduction: its second input, or all where that is empty or left out. */
export function reducedAxes([of, axes]: readonly Value[]): number[] {
  if (!axes || axes.constant?.values.length === 0)
    return of.shape.map((_, axis) => axis)
  return constantNumbers(axes, 'axes').map(axis => axisOf(axis, of.shape.length))
}

/** The rule of a reduction over axes, which are kept as 1 unless `keepdims` is 0. */
export function reducing(inputs: readonly Value[], attributes: Attributes): readonly ValueType[] {
  return [
    {
      type: inputs[0].type,
      shape: reduceShape(inputs[0].shape, reducedAxes(inputs), attributes.keepdims !== 0),
    },
  ]
}

/** Puts back, as 1, the axes that a reduction dropped, so that its output broadcasts against its input. */
export function unreduced(step: BackwardStep, value: Value): Value {
  const axes = reducedAxes(step.inputs)
  return step.attributes.keepdims === 0 && axes.length > 0
    ? step.graph.add('Unsqueeze', [
        value,
        step.graph.integers(axes),
      ])
    : value
}

/** The gradient of a maximum or minimum over axes: to the elements that are it, shared evenly among equals. */
export function extremeGradient(step: BackwardStep): readonly Value[] {
  const { graph, inputs, outputs, upstream } = step
  const is = indicator(graph, graph.add('Equal', [
    inputs[0],
    unreduced(step, outputs[0]),
  ]), inputs[0])
  const ties = graph.add('ReduceSum', [
    is,
    graph.integers(reducedAxes(inputs)),
  ], { keepdims: 1 })
  return [
    graph.add('Mul', [
      is,
      graph.add('Div', [
        unreduced(step, upstream),
        ties,
      ]),
    ]),
  ]
}

/** The rule of ArgMax and ArgMin: positions along one axis. */
export function position(inputs: readonly Value[], attributes: Attributes): readonly ValueType[] {
  return [
    {
      type: 'int64',
      shape: reduceShape(inputs[0].shape, [
        Number(attributes.axis ?? 0),
      ], attributes.keepdims !== 0),
    },
  ]
}

/** The numbers of an input that must be known when the graph is built. */
export function constantNumbers(value: Value, what: string): number[] {
  if (!value.constant)
    throw new GraphMistake(`its ${what} must be a constant`)
  return numbersOf(value.constant)
}
