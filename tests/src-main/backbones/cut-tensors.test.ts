import type { OnnxGraph, OnnxNode } from '#main/graph/protobuf/model'
import { describe, expect, it } from 'vitest'
import { cutTensors } from '#main/backbones/cut-tensors'

function node(opType: string, inputs: string[], output: string): OnnxNode {
  return {
    name: output,
    opType,
    domain: '',
    inputs,
    outputs: [output],
    attributes: {},
  }
}

function graphOf(nodes: OnnxNode[], outputs: string[]): OnnxGraph {
  return {
    name: '',
    nodes,
    initializers: [],
    inputs: [],
    outputs: outputs.map(name => ({ name, type: 'float32' })),
    valueInfo: [],
  }
}

function namesOf(graph: OnnxGraph): string[] {
  return cutTensors(graph, 'x').map(({ name }) => name)
}

describe('cutTensors', () => {
  it('is every tensor of a chain, with the convolutions before it', () => {
    const graph = graphOf([
      node('Conv', ['x', 'w'], 'a'),
      node('Relu', ['a'], 'b'),
      node('Conv', ['b'], 'c'),
    ], ['c'])
    expect(cutTensors(graph, 'x').map(({ name, convolutions }) => [name, convolutions])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 2],
    ])
  })

  it('leaves out the inside of residual and branching blocks', () => {
    const residual = [
      node('Conv', ['x'], 'a'),
      node('Conv', ['a'], 'b'),
      node('Relu', ['b'], 'c'),
      node('Add', ['c', 'a'], 'd'),
      node('Relu', ['d'], 'e'),
    ]
    expect(namesOf(graphOf(residual, ['e']))).toEqual(['a', 'd', 'e'])
    const branches = [
      node('Conv', ['x'], 'a'),
      node('Conv', ['x'], 'b'),
      node('Concat', ['a', 'b'], 'c'),
    ]
    expect(namesOf(graphOf(branches, ['c']))).toEqual(['c'])
  })

  it('looks past weights that are unpacked, shapes that are asked for, dead ends and earlier outputs', () => {
    const nodes = [
      node('Cast', ['w16'], 'w'),
      node('Conv', ['x', 'w'], 'a'),
      node('Relu', ['a'], 'dead'),
      node('Shape', ['a'], 's'),
      node('Relu', ['a'], 'b'),
      node('Reshape', ['b', 's'], 'c'),
      node('Gemm', ['c'], 'd'),
    ]
    expect(namesOf(graphOf(nodes, ['b', 'd']))).toEqual(['a', 'b', 'c', 'd'])
  })
})
