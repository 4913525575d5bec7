import type { Lowered, LoweringStep } from '#main/graph/rows/lowerings/lowering'
import type { Value } from '#main/graph/value'
import { plain, whole } from '#main/graph/rows/lowerings/lowering'

/** Gemm: its second and third inputs are weights where they are stored. */
export function gemm({ graph, node, inputs, weight }: LoweringStep): Lowered {
  const side = (at: number): Value | undefined => inputs[at] && (at > 0 && isStored(inputs[at]) ? weight(at) : plain(inputs[at]))
  return {
    value: graph.add('Gemm', [side(0), side(1), side(2)], {
      alpha: whole(node, 'alpha', 1),
      beta: whole(node, 'beta', 1),
      transA: whole(node, 'transA', 0),
      transB: whole(node, 'transB', 0),
    }),
  }
}

export function matMul({ graph, inputs, weight }: LoweringStep): Lowered {
  return { value: graph.add('MatMul', [plain(inputs[0]!), isStored(inputs[1]!) ? weight(1) : plain(inputs[1]!)]) }
}

function isStored(lowered: Lowered): boolean {
  return 'value' in lowered && lowered.value.constant !== undefined
}
