import type { Message } from '#main/graph/protobuf/codec'
import type { AttributeValue, OnnxGraph, OnnxInitializer, OnnxModel, OnnxNode, OnnxValue } from '#main/graph/protobuf/model'
import { elementTypes } from '#main/graph/element-types'
import { encodeMessage } from '#main/graph/protobuf/codec'
import { bytesOf } from '#main/graph/tensor'

/** Writes a network as the bytes of an ONNX file. */
export function writeModel(model: OnnxModel): Uint8Array {
  const { irVersion, producer, opsets, metadata, graph, unread } = model
  return encodeMessage('Model', {
    irVersion,
    producer,
    opsets: opsets.map(set => ({ ...set })),
    metadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    graph: graphMessage(graph),
    unread,
  })
}

function graphMessage(graph: OnnxGraph): Message {
  return {
    nodes: graph.nodes.map(nodeMessage),
    name: graph.name,
    initializers: graph.initializers.map(initializerMessage),
    inputs: graph.inputs.map(valueMessage),
    outputs: graph.outputs.map(valueMessage),
    valueInfo: graph.valueInfo.map(valueMessage),
    unread: graph.unread,
  }
}

function nodeMessage(node: OnnxNode): Message {
  return {
    inputs: node.inputs,
    outputs: node.outputs,
    name: node.name,
    opType: node.opType,
    attributes: Object.entries(node.attributes).map(([name, value]) => attributeMessage(name, value)),
    domain: node.domain,
    unread: node.unread,
  }
}

function attributeMessage(name: string, attribute: AttributeValue): Message {
  const lists = { floats: [], ints: [], strings: [] }
  switch (attribute.kind) {
    case 'float': return {
      ...lists,
      name,
      float: attribute.value,
      type: 1,
    }
    case 'int': return {
      ...lists,
      name,
      int: attribute.value,
      type: 2,
    }
    case 'string': return {
      ...lists,
      name,
      string: new TextEncoder().encode(attribute.value),
      type: 3,
    }
    case 'tensor': {
      const { type, shape } = attribute.value
      return {
        ...lists,
        name,
        tensor: initializerMessage({
          name: '',
          type,
          shape: [...shape],
          raw: bytesOf(attribute.value),
        }),
        type: 4,
      }
    }
    case 'graph': return {
      ...lists,
      name,
      graph: graphMessage(attribute.value),
      type: 5,
    }
    case 'floats': return {
      ...lists,
      name,
      floats: attribute.value,
      type: 6,
    }
    case 'ints': return {
      ...lists,
      name,
      ints: attribute.value,
      type: 7,
    }
    case 'strings': return {
      ...lists,
      name,
      strings: attribute.value.map(text => new TextEncoder().encode(text)),
      type: 8,
    }
  }
}

function initializerMessage(initializer: OnnxInitializer): Message {
  const { name, type, shape, raw } = initializer
  return {
    dims: shape,
    dataType: elementTypes[type].code,
    floatData: [],
    int32Data: [],
    int64Data: [],
    name,
    raw,
    doubleData: [],
    uint64Data: [],
    externalData: [],
  }
}

function valueMessage(value: OnnxValue): Message {
  const dims = value.shape?.map(size => typeof size === 'number'
    ? { value: size }
    : size === '?'
      ? {}
      : { symbol: size })
  return {
    name: value.name,
    type: {
      tensor: { elementType: elementTypes[value.type].code, shape: dims && { dims } },
    },
  }
}
