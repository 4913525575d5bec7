import type { Lowered, LoweringStep } from '#main/graph/rows/lowerings/lowering'
import { axesOf, list, plain, rows, whole } from '#main/graph/rows/lowerings/lowering'
import { numbersOf } from '#main/graph/tensor'

/** Flatten; behind a pooling of the whole picture the rows are it already. */
export function flatten({ graph, node, inputs: [x] }: LoweringStep): Lowered {
  const axis = whole(node, 'axis', 1)
  return 'rows' in x! && x.rows.height * x.rows.width === 1 && axis === 1
    ? { value: x.rows.value }
    : { value: graph.add('Flatten', [plain(x!)], { axis }) }
}

export function reshape({ graph, inputs: [x], constant }: LoweringStep): Lowered {
  return { value: graph.add('Reshape', [plain(x!), graph.integers(numbersOf(constant(1)))]) }
}

export function squeeze(step: LoweringStep): Lowered {
  const { graph, inputs: [x] } = step
  const value = plain(x!)
  const axes = step.inputs[1] || step.node.attributes.axes ? axesOf(step, value.shape.length) : value.shape.flatMap((size, axis) => size === 1 ? [axis] : [])
  return { value: graph.add('Reshape', [value, graph.integers(value.shape.filter((_, axis) => !axes.includes(axis)).map(Number))]) }
}

export function unsqueeze(step: LoweringStep): Lowered {
  const { graph, inputs: [x] } = step
  const value = plain(x!)
  const count = (step.inputs[1] ? step.constant(1).values : list(step.node, 'axes')!).length
  const sizes = value.shape.map(Number)
  for (const axis of axesOf(step, value.shape.length + count).sort((a, b) => a - b))
    sizes.splice(axis, 0, 1)
  return { value: graph.add('Reshape', [value, graph.integers(sizes)]) }
}

export function transpose({ graph, node, inputs: [x] }: LoweringStep): Lowered {
  const perm = list(node, 'perm')
  if ('rows' in x! && String(perm) === '0,2,3,1') {
    const { value, batch, height, width } = x.rows
    return { value: graph.add('Reshape', [value, graph.integers([batch, height, width, Number(value.shape[1])])]) }
  }
  const value = plain(x!)
  if (String(perm) === '0,3,1,2') {
    const [batch, height, width, channels] = value.shape.map(Number)
    return { rows: { value: graph.add('Reshape', [value, graph.integers([batch * height * width, channels])]), batch, height, width } }
  }
  return { value: graph.add('Transpose', [value], { perm }) }
}

/** Concat; over channels the rows stand side by side. */
export function concat({ graph, node, inputs }: LoweringStep): Lowered {
  const axis = whole(node, 'axis', 0)
  if (axis === 1 && inputs.every(input => input && 'rows' in input)) {
    const all = inputs.map(input => rows(input!))
    return { rows: { ...all[0], value: graph.add('Concat', all.map(({ value }) => value), { axis: 1 }) } }
  }
  return { value: graph.add('Concat', inputs.map(input => plain(input!)), { axis }) }
}

/** Softmax over an axis; over channels of pictures it is over the columns of the rows. */
export function softmax(step: LoweringStep): Lowered {
  const { graph, node, inputs: [x] } = step
  const axis = whole(node, 'axis', -1)
  return 'rows' in x! && axis === 1
    ? { rows: { ...x.rows, value: graph.add('Softmax', [x.rows.value], { axis: 1 }) } }
    : { value: graph.add('Softmax', [plain(x!)], { axis }) }
}
