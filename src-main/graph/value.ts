import type { ElementType } from '#main/graph/element-types'
import type { OperatorName } from '#main/graph/ops/operator-name'
import type { OnnxGraph } from '#main/graph/protobuf/model'
import type { Shape } from '#main/graph/shapes'
import type { Tensor } from '#main/graph/tensor'

/** The type and shape of a value. */
export interface ValueType {
  readonly type: ElementType
  readonly shape: Shape
}

/** A value that flows through a graph: an input, a constant, or what a node computes. */
export interface Value extends ValueType {
  readonly name: string
  readonly graph: Graph
  /** The value itself where it is known when the graph is built. */
  readonly constant?: Tensor
}

/** The attributes of a node: numbers, lists, text, a tensor, or a graph of its own (the body of a Loop). */
export type Attributes = Readonly<Record<string, number | string | readonly number[] | Tensor | Graph | undefined>>

/** One application of an operator. An input left out is undefined. */
export interface GraphNode {
  readonly name: string
  readonly operator: OperatorName
  readonly inputs: readonly (Value | undefined)[]
  readonly outputs: readonly Value[]
  readonly attributes: Attributes
}

/** What a gradient rule is given: one node, and the gradient of the loss by its first output. */
export interface BackwardStep {
  readonly graph: Graph
  readonly inputs: readonly Value[]
  readonly outputs: readonly Value[]
  readonly attributes: Attributes
  /** ∂loss/∂outputs[0]; the further outputs of an operator carry no gradient. */
  readonly upstream: Value
  /** Which inputs lead to what is being differentiated by; the others need no gradient. */
  readonly wanted: readonly boolean[]
}

/** A formula of several nodes with a gradient of its own, which is computed in place of theirs. */
export interface Formula {
  readonly inputs: readonly Value[]
  readonly gradient: (step: BackwardStep) => readonly (Value | undefined)[]
}

/** A graph being built, as operators and formulas see it; `GraphBuilder` is the one that does it. */
export interface Graph {
  readonly name: string
  /** How many graphs it lies inside of: 0 for a network, 1 for the body of a loop in it. */
  readonly depth: number
  readonly nodes: readonly GraphNode[]
  readonly inputs: readonly Value[]
  readonly constants: readonly Value[]
  readonly outputs: readonly { name: string, value: Value }[]
  /** By the value that each computes. */
  readonly formulas: ReadonlyMap<Value, Formula>
  /** Says that what leads from `inputs` to `value` is differentiated as a whole by the rule given. */
  differentiateBy: (value: Value, formula: Formula) => Value
  constant: (tensor: Tensor, name?: string) => Value
  number: (value: number, type?: ElementType) => Value
  integers: (values: readonly number[]) => Value
  add: (operator: OperatorName, inputs: readonly (Value | undefined)[], attributes?: Attributes, name?: string) => Value
  addAll: (operator: OperatorName, inputs: readonly (Value | undefined)[], attributes?: Attributes, name?: string) => readonly Value[]
  toGraph: () => OnnxGraph
}
