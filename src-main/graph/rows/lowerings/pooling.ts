import type { Lowered, LoweringStep } from '#main/graph/rows/lowerings/lowering'
import { axesOf, list, plain, rows, whole } from '#main/graph/rows/lowerings/lowering'
import { windowRule } from '#main/graph/rows/lowerings/window-rule'
import { poolAll, poolLargest, poolMean } from '#main/graph/rows/pooling'
import { placesOf, windowsOver } from '#main/graph/rows/windows'

export function maxPool({ node, inputs }: LoweringStep): Lowered {
  const x = rows(inputs[0]!)
  return { rows: poolLargest(x, windowsOver(x, windowRule(node, x, list(node, 'kernel_shape')!))) }
}

export function averagePool({ node, inputs }: LoweringStep): Lowered {
  const x = rows(inputs[0]!)
  const rule = windowRule(node, x, list(node, 'kernel_shape')!)
  const windows = windowsOver(x, rule)
  return { rows: poolMean(x, windows, placesOf(windows, rule, whole(node, 'count_include_pad', 0) === 1)) }
}

export function globalAveragePool({ inputs }: LoweringStep): Lowered {
  return { rows: poolAll(rows(inputs[0]!)) }
}

/** ReduceMean; over height and width it is a pooling. */
export function reduceMean(step: LoweringStep): Lowered {
  const { graph, node, inputs: [x] } = step
  const keep = whole(node, 'keepdims', 1)
  if ('rows' in x! && String(axesOf(step, 4).sort()) === '2,3') {
    const pooled = poolAll(x.rows)
    return keep ? { rows: pooled } : { value: pooled.value }
  }
  const value = plain(x!)
  return { value: graph.add('ReduceMean', [value, graph.integers(axesOf(step, value.shape.length))], { keepdims: keep }) }
}

export function reduceSum(step: LoweringStep): Lowered {
  const { graph, node, inputs: [x] } = step
  const value = plain(x!)
  return { value: graph.add('ReduceSum', [value, graph.integers(axesOf(step, value.shape.length))], { keepdims: whole(node, 'keepdims', 1) }) }
}
