import type { ElementType } from '#main/graph/element-types'
import type { OperatorName } from '#main/graph/ops/operator-name'
import type { OnnxGraph, OnnxModel } from '#main/graph/protobuf/model'
import type { Shape } from '#main/graph/shapes'
import type { Tensor } from '#main/graph/tensor'
import type { Attributes, Formula, Graph, GraphNode, Value, ValueType } from '#main/graph/value'
import { GraphMistake } from '#main/graph/graph-mistake'
import { onnxGraph } from '#main/graph/onnx-graph'
import { operatorOf } from '#main/graph/ops/table'
import { floats, integers } from '#main/graph/tensor'

/** What the body of a loop answers each time round. */
export interface LoopBody {
  /** The next value of each state, in the order they were given. */
  states: Value[]
  /** Values kept from every time round. */
  collected: Value[]
}

const operatorSet = 18
const irVersion = 8

/**
 * Builds an ONNX graph node by node, inferring every shape on the way, so that a mistake shows where it is made.
 * Names follow from the order of building: the same calls make the same bytes.
 */
export class GraphBuilder implements Graph {
  readonly name: string
  readonly depth: number
  readonly nodes: GraphNode[] = []
  readonly inputs: Value[] = []
  readonly constants: Value[] = []
  readonly outputs: { name: string, value: Value }[] = []
  readonly formulas = new Map<Value, Formula>()
  readonly #taken: Map<string, number>
  readonly #small = new Map<string, Value>()

  constructor(name = 'graph', parent?: GraphBuilder) {
    this.name = name
    this.depth = parent
      ? parent.depth + 1
      : 0
    // A body sees its parent's values, so that names are unique over all of them.
    this.#taken = parent
      ? parent.#taken
      : new Map()
  }

  /** A value to be given at every run. A symbol as a size stands for any number. */
  input(name: string, type: ElementType, shape: Shape): Value {
    return this.#input(this.#take(name, true), { type, shape })
  }

  /** A value stored in the network, such as its weights. */
  constant(tensor: Tensor, name?: string): Value {
    const value = this.#value(this.#take(name ?? 'constant', name !== undefined), tensor, tensor)
    this.constants.push(value)
    return value
  }

  /** A float constant []; equal ones are stored once. */
  number(value: number, type: ElementType = 'float32'): Value {
    return this.#once(`${type} ${value}`, () => type === 'float32'
      ? floats([], [value])
      : type === 'float64'
        ? {
            type,
            shape: [],
            values: Float64Array.of(value),
          }
        : integers([], [value]))
  }

  /** An int64 constant [n], such as a list of axes; equal ones are stored once. */
  integers(values: readonly number[]): Value {
    return this.#once(`list ${values.join(' ')}`, () => integers([values.length], values))
  }

  /** Applies an operator and answers its first output. */
  add(operator: OperatorName, inputs: readonly (Value | undefined)[], attributes: Attributes = {}, name?: string): Value {
    return this.addAll(operator, inputs, attributes, name)[0]
  }

  /**
   * Applies an operator and answers all its outputs; the first is called `name` where one is given.
   *
   * @throws GRAPH_MISTAKE where the inputs do not fit the operator
   */
  addAll(operator: OperatorName, inputs: readonly (Value | undefined)[], attributes: Attributes = {}, name?: string): readonly Value[] {
    const rule = operatorOf(operator)
    const unknown = Object.keys(attributes).find(key => rule.attributes?.[key] === undefined)
    if (unknown)
      throw new GraphMistake(`${operator} has no attribute ${unknown}`)
    let types: readonly ValueType[]
    try {
      types = rule.infer(inputs as Value[], attributes)
    }
    catch (cause) {
      throw cause instanceof GraphMistake
        ? new GraphMistake(`in ${operator}, ${cause.data.why}`)
        : cause
    }
    const nodeName = this.#take(name ?? operator, name !== undefined)
    const outputs = types.map((type, at) => this.#value(at === 0
      ? nodeName
      : this.#take(`${nodeName}.${at}`, true), type))
    this.nodes.push({
      name: nodeName,
      operator,
      inputs,
      outputs,
      attributes,
    })
    return outputs
  }

  /**
   * Repeats a body `count` times in one run: `states` start as given and are replaced by what the body answers.
   *
   * @param count int64 []
   * @returns the last states, and each collected value of every time round, [count, …]
   */
  loop(count: Value, states: readonly Value[], build: (body: GraphBuilder, round: Value, states: Value[]) => LoopBody): LoopBody {
    const body = new GraphBuilder(this.#take('body', false), this)
    const round = body.#input(body.#take('round', false), { type: 'int64', shape: [] })
    const going = body.#input(body.#take('going', false), { type: 'bool', shape: [] })
    const inside = states.map(state => body.#input(body.#take('state', false), state))
    const built = build(body, round, inside)
    if (built.states.length !== states.length)
      throw new GraphMistake(`a loop over ${states.length} states answers ${built.states.length}`)
    const answers = [
      going,
      ...built.states,
      ...built.collected,
    ]
    // An answer is to be computed in the body, and once.
    answers.forEach(value => body.output(body.nodes.some(({ outputs }) => outputs.includes(value)) && !body.outputs.some(output => output.value === value)
      ? value
      : body.add('Identity', [value])))
    const outputs = this.addAll('Loop', [count, undefined, ...states], { body })
    return {
      states: outputs.slice(0, states.length),
      collected: outputs.slice(states.length),
    }
  }

  differentiateBy(value: Value, formula: Formula): Value {
    this.formulas.set(value, formula)
    return value
  }

  /** Makes a value an output of the graph, by its own name or another. */
  output(value: Value, name: string = value.name): void {
    if (this.outputs.some(output => output.name === name))
      throw new GraphMistake(`two outputs are called ${name}`)
    if (name !== value.name)
      this.#take(name, true)
    this.outputs.push({ name, value })
  }

  /** The network as an ONNX file holds it. */
  toModel(metadata: Record<string, string> = {}): OnnxModel {
    return {
      irVersion,
      producer: 'silhouette',
      opsets: [
        { domain: '', version: operatorSet },
      ],
      metadata,
      graph: this.toGraph(),
    }
  }

  /** The graph alone, as it stands in a network or in the attribute of a node. */
  toGraph(): OnnxGraph {
    return onnxGraph(this)
  }

  #once(key: string, make: () => Tensor): Value {
    const known = this.#small.get(key)
    if (known)
      return known
    const value = this.constant(make())
    this.#small.set(key, value)
    return value
  }

  #input(name: string, { type, shape }: ValueType): Value {
    const value = this.#value(name, { type, shape })
    this.inputs.push(value)
    return value
  }

  #value(name: string, { type, shape }: ValueType, constant?: Tensor): Value {
    return {
      name,
      type,
      shape,
      graph: this,
      constant,
    }
  }

  /** A name nobody has: the one given, or with `exactly` false the next of its numbered ones. */
  #take(name: string, exactly: boolean): string {
    if (exactly) {
      if (this.#taken.has(name))
        throw new GraphMistake(`two values are called ${name}`)
      this.#taken.set(name, 0)
      return name
    }
    let count = this.#taken.get(name) ?? 0
    let free: string
    do
      free = `${name}_${++count}`
    while (this.#taken.has(free))
    this.#taken.set(name, count)
    this.#taken.set(free, 0)
    return free
  }
}
