import type { Attributes, BackwardStep, Value, ValueType } from '#main/graph/value'

/** How ONNX keeps an attribute, which the value alone does not tell: 1 may be an int or a float. A type is given by name and kept by its code. */
export type AttributeKind = 'int' | 'float' | 'string' | 'ints' | 'floats' | 'tensor' | 'graph' | 'type'

/** An ONNX operator (operator set 18). The key in the table is ONNX's name of it. */
export interface Operator {
  readonly attributes?: Readonly<Record<string, AttributeKind>>
  /** The type and shape of each output. @throws GRAPH_MISTAKE where the inputs do not fit */
  readonly infer: (inputs: readonly Value[], attributes: Attributes) => readonly ValueType[]
  /**
   * Appends the nodes that compute ∂loss/∂inputs, each of its input's shape; undefined for an input without one. An
   * operator without this rule passes no gradient on.
   */
  readonly gradient?: (step: BackwardStep) => readonly (Value | undefined)[]
}
