import type { OperatorName } from '#main/graph/ops/operator-name'
import type { Lowered, Lowering, LoweringStep } from '#main/graph/rows/lowerings/lowering'
import type { Rows } from '#main/graph/rows/rows'
import type { Graph, Value } from '#main/graph/value'
import { plain, whole } from '#main/graph/rows/lowerings/lowering'
import { byPlace, channelsOf, flatRows } from '#main/graph/rows/rows'
import { floats, numbersOf } from '#main/graph/tensor'

/** What is done to every element alike, whatever form it lies in. */
export function onEach({ inputs: [x] }: LoweringStep, change: (value: Value) => Value): Lowered {
  return 'rows' in x! ? { rows: { ...x.rows, value: change(x.rows.value) } } : { value: change(x!.value) }
}

/** An operator of one input without attributes. */
export function unary(operator: OperatorName): Lowering {
  return step => onEach(step, value => step.graph.add(operator, [value]))
}

/** Clip, whose bounds are inputs, or attributes in older operator sets. */
export function clip(step: LoweringStep): Lowered {
  const { graph, node, inputs, constant } = step
  const bound = (at: number, name: string): Value | undefined => {
    const number = inputs[at] ? Number(constant(at).values[0]) : whole(node, name, Number.NaN)
    return Number.isNaN(number) ? undefined : graph.number(number)
  }
  return onEach(step, value => graph.add('Clip', [value, bound(1, 'min'), bound(2, 'max')]))
}

export function hardSigmoid(step: LoweringStep): Lowered {
  return onEach(step, value => hard(value, whole(step.node, 'alpha', 0.2), whole(step.node, 'beta', 0.5)))
}

/** x · max(0, min(1, x / 6 + 1/2)). */
export function hardSwish(step: LoweringStep): Lowered {
  return onEach(step, value => step.graph.add('Mul', [value, hard(value, 1 / 6, 0.5)]))
}

/** x where it is positive, alpha · x elsewhere. */
export function leakyRelu(step: LoweringStep): Lowered {
  const { graph, node } = step
  return onEach(step, value => graph.add('Where', [
    graph.add('Greater', [value, graph.number(0)]),
    value,
    graph.add('Mul', [value, graph.number(whole(node, 'alpha', 0.01))]),
  ]))
}

/** An operator that stretches the smaller of its inputs; of more than two, as Max and Min may have, it is applied to one after the other. */
export function binary(operator: OperatorName): Lowering {
  return ({ graph, inputs }) => inputs.map(input => input!).reduce((a, b) => ofTwo(graph, operator, a, b))
}

/** Pow, whose exponents may be whole numbers beside a base that is not. */
export const pow: Lowering = (step) => {
  const { graph, inputs: [base, exponent] } = step
  const given = 'value' in exponent! ? exponent.value.constant : undefined
  return binary('Pow')(given && given.type !== 'float32'
    ? { ...step, inputs: [base, { value: graph.constant(floats(given.shape, numbersOf(given))) }] }
    : step)
}

function ofTwo(graph: Graph, operator: OperatorName, a: Lowered, b: Lowered): Lowered {
  if ('rows' in a && 'rows' in b)
    return ofPictures(graph, operator, a.rows, b.rows) ?? { value: graph.add(operator, [plain(a), plain(b)]) }
  const pictures = 'rows' in a ? a.rows : 'rows' in b ? b.rows : undefined
  const values = [a, b].map(side => 'rows' in side ? side.rows.value : pictures && byChannel(side.value, channelsOf(pictures)))
  if (pictures && values.every(value => value !== undefined))
    return { rows: { ...pictures, value: graph.add(operator, values) } }
  return { value: graph.add(operator, [plain(a), plain(b)]) }
}

/** Pictures of one extent, or of which one has a single place; undefined for others, such as a row and a column. */
function ofPictures(graph: Graph, operator: OperatorName, one: Rows, other: Rows): Lowered | undefined {
  if (one.height === other.height && one.width === other.width)
    return { rows: { ...one, value: graph.add(operator, [one.value, other.value]) } }
  const larger = one.height * one.width > other.height * other.width ? one : other
  const smaller = larger === one ? other : one
  return smaller.height * smaller.width === 1
    ? { rows: { ...larger, value: flatRows(graph.add(operator, [byPlace(one), byPlace(other)])) } }
    : undefined
}

/** Constants for each channel, or for all alike, as they stand beside rows. */
function byChannel(value: Value, channels: number): Value | undefined {
  const sizes = value.shape.map(Number)
  // With more axes than pictures have, it gives them more.
  if (sizes.length > 4)
    return undefined
  if (sizes.every(size => size === 1))
    return value.graph.add('Reshape', [value, value.graph.integers([1])])
  return sizes.length >= 3 && sizes.at(-3) === channels && sizes.every((size, axis) => size === 1 || axis === sizes.length - 3)
    ? value.graph.add('Reshape', [value, value.graph.integers([channels])])
    : undefined
}

function hard(value: Value, alpha: number, beta: number): Value {
  return value.graph.add('HardSigmoid', [value], { alpha, beta })
}
