import type { ElementType } from '#main/graph/element-types'
import type { Tensor } from '#main/graph/tensor'

/** A network as an ONNX file holds it. */
export interface OnnxModel {
  irVersion: number
  producer: string
  /** The operator sets it needs; the domain `''` is ONNX's own. */
  opsets: { domain: string, version: number }[]
  metadata: Record<string, string>
  graph: OnnxGraph
  /** Fields of the file that Silhouette does not read, kept so that they can be written back. */
  unread?: Uint8Array[]
}

/** Nodes in an order in which each comes after those it takes values from. */
export interface OnnxGraph {
  name: string
  nodes: OnnxNode[]
  initializers: OnnxInitializer[]
  inputs: OnnxValue[]
  outputs: OnnxValue[]
  valueInfo: OnnxValue[]
  unread?: Uint8Array[]
}

/** One application of an operator. An empty name among the inputs or outputs is one left out. */
export interface OnnxNode {
  name: string
  opType: string
  domain: string
  inputs: string[]
  outputs: string[]
  attributes: Record<string, AttributeValue>
  unread?: Uint8Array[]
}

/** An attribute with its kind, as `kind` tells 1 from 1.0 and an empty list of one sort from another. */
export type AttributeValue
  = | { kind: 'int', value: number }
    | { kind: 'float', value: number }
    | { kind: 'string', value: string }
    | { kind: 'tensor', value: Tensor }
    | { kind: 'graph', value: OnnxGraph }
    | { kind: 'ints', value: number[] }
    | { kind: 'floats', value: number[] }
    | { kind: 'strings', value: string[] }

/** A constant of a graph. `raw` is little-endian and may be a view into the file that was read. */
export interface OnnxInitializer {
  name: string
  type: ElementType
  shape: number[]
  raw: Uint8Array
}

/** The name, type and shape of a value; a size is a number or a symbol, and an unknown rank is undefined. */
export interface OnnxValue {
  name: string
  type: ElementType
  shape?: (number | string)[]
}
