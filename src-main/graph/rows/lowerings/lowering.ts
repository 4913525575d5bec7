import type { OnnxNode } from '#main/graph/protobuf/model'
import type { Rows } from '#main/graph/rows/rows'
import type { TrainableWeight } from '#main/graph/rows/trainable-weight'
import type { Tensor } from '#main/graph/tensor'
import type { Graph, Value } from '#main/graph/value'
import { picturesOf, rowsOf } from '#main/graph/rows/rows'
import { numbersOf } from '#main/graph/tensor'

/** A value of the network that is being lowered: pictures held as rows, or anything else as it is. */
export type Lowered = { rows: Rows } | { value: Value }

/** One node of a network, to be said again in a graph that is trained. */
export interface LoweringStep {
  graph: Graph
  node: OnnxNode
  inputs: readonly (Lowered | undefined)[]
  /** Makes an initializer among the inputs a weight that is trained; in its own form unless another is given. */
  weight: (at: number, form?: (tensor: Tensor) => TrainableWeight) => Value
  /** An input that is constant. @throws OPERATOR_NOT_TRAINABLE where it is computed */
  constant: (at: number) => Tensor
}

/** Appends what a node computes. Undefined where the operator is used in a way that is not known. */
export type Lowering = (step: LoweringStep) => Lowered | undefined

/** A value as ONNX has it: pictures [N, C, H, W], or anything else as it is. */
export function plain(lowered: Lowered): Value {
  return 'rows' in lowered ? picturesOf(lowered.rows) : lowered.value
}

/** Pictures as rows. @throws GRAPH_MISTAKE where it is something else */
export function rows(lowered: Lowered): Rows {
  return 'rows' in lowered ? lowered.rows : rowsOf(lowered.value)
}

export function whole(node: OnnxNode, name: string, otherwise: number): number {
  const attribute = node.attributes[name]
  return attribute?.kind === 'int' || attribute?.kind === 'float' ? attribute.value : otherwise
}

export function list(node: OnnxNode, name: string): number[] | undefined {
  const attribute = node.attributes[name]
  return attribute?.kind === 'ints' || attribute?.kind === 'floats' ? attribute.value : undefined
}

export function text(node: OnnxNode, name: string, otherwise: string): string {
  const attribute = node.attributes[name]
  return attribute?.kind === 'string' ? attribute.value : otherwise
}

/** The axes of a reduction, as an input or, in older operator sets, an attribute. */
export function axesOf({ node, inputs, constant }: LoweringStep, rank: number): number[] {
  const axes = inputs[1] ? numbersOf(constant(1)) : list(node, 'axes') ?? Array.from({ length: rank }, (_, axis) => axis)
  return axes.map(axis => axis < 0 ? axis + rank : axis)
}
