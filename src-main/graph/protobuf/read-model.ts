import type { ElementType } from '#main/graph/element-types'
import type { Message } from '#main/graph/protobuf/codec'
import type { AttributeValue, OnnxGraph, OnnxInitializer, OnnxModel, OnnxNode, OnnxValue } from '#main/graph/protobuf/model'
import { elementTypeOf, elementTypes } from '#main/graph/element-types'
import { ModelDamaged } from '#main/graph/model-damaged'
import { decodeMessage, encodeMessage } from '#main/graph/protobuf/codec'
import { bytesOf, elementCount, tensorOfBytes } from '#main/graph/tensor'

/**
 * Reads an ONNX file. Weights stay views into `bytes`, so nothing large is copied.
 *
 * @throws MODEL_DAMAGED where the bytes are not an ONNX network, or keep weights in a second file.
 */
export function readModel(bytes: Uint8Array): OnnxModel {
  const message = decodeMessage('Model', bytes)
  if (!message.graph)
    throw new ModelDamaged('it holds no graph')
  return {
    irVersion: numberOf(message.irVersion),
    producer: textOf(message.producer),
    opsets: listOf(message.opsets).map(set => ({
      domain: textOf(set.domain),
      version: numberOf(set.version),
    })),
    metadata: Object.fromEntries(listOf(message.metadata).map(entry => [
      textOf(entry.key),
      textOf(entry.value),
    ])),
    graph: graphOf(message.graph as Message),
    unread: message.unread,
  }
}

function graphOf(message: Message): OnnxGraph {
  return {
    name: textOf(message.name),
    nodes: listOf(message.nodes).map(nodeOf),
    initializers: listOf(message.initializers).map(initializerOf),
    inputs: listOf(message.inputs).map(valueOf),
    outputs: listOf(message.outputs).map(valueOf),
    valueInfo: listOf(message.valueInfo).filter(isTensor).map(valueOf),
    unread: message.unread,
  }
}

function nodeOf(message: Message): OnnxNode {
  const attributes: Record<string, AttributeValue> = {}
  const unread = message.unread
    ? [...message.unread]
    : []
  for (const attribute of listOf(message.attributes)) {
    const value = attributeOf(attribute)
    if (value) {
      attributes[textOf(attribute.name)] = value
    }
    else {
      unread.push(encodeMessage('Node', {
        inputs: [],
        outputs: [],
        attributes: [attribute],
      }))
    }
  }
  return {
    name: textOf(message.name),
    opType: textOf(message.opType),
    domain: textOf(message.domain),
    inputs: message.inputs as string[],
    outputs: message.outputs as string[],
    attributes,
    unread: unread.length > 0
      ? unread
      : undefined,
  }
}

/** Attribute kinds by ONNX's `AttributeProto.AttributeType`; undefined for those Silhouette carries unread. */
function attributeOf(message: Message): AttributeValue | undefined {
  const text = new TextDecoder()
  switch (message.type) {
    case 1: return {
      kind: 'float',
      value: numberOf(message.float),
    }
    case 2: return {
      kind: 'int',
      value: numberOf(message.int),
    }
    case 3: return {
      kind: 'string',
      value: text.decode(message.string as Uint8Array | undefined),
    }
    case 4: return {
      kind: 'tensor',
      value: tensorOf(message.tensor as Message),
    }
    case 5: return {
      kind: 'graph',
      value: graphOf(message.graph as Message),
    }
    case 6: return { kind: 'floats', value: message.floats as number[] }
    case 7: return { kind: 'ints', value: message.ints as number[] }
    case 8: return {
      kind: 'strings',
      value: (message.strings as Uint8Array[]).map(bytes => text.decode(bytes)),
    }
    default: return undefined
  }
}

function initializerOf(message: Message): OnnxInitializer {
  const name = textOf(message.name)
  if (message.dataLocation === 1)
    throw new ModelDamaged(`its weight "${name}" lies in a second file; export it as one file`)
  const type = elementTypeOf(numberOf(message.dataType))
  if (!type)
    throw new ModelDamaged(`its weight "${name}" is of a type (${numberOf(message.dataType)}) that is not read`)
  const shape = (message.dims as number[]) ?? []
  const raw = rawOf(message, type, shape)
  if (raw.length !== elementCount(shape) * elementTypes[type].bytes)
    throw new ModelDamaged(`its weight "${name}" holds ${raw.length} bytes, which do not fill [${shape.join(', ')}]`)
  return { name, type, shape, raw }
}

function tensorOf(message: Message | undefined) {
  if (!message)
    throw new ModelDamaged('an attribute of it has no value')
  const { type, shape, raw } = initializerOf(message)
  return tensorOfBytes(type, shape, raw)
}

/** A tensor's bytes, gathered from whichever of the five lists of the file holds its numbers. */
function rawOf(message: Message, type: ElementType, shape: number[]): Uint8Array {
  if (message.raw)
    return message.raw as Uint8Array
  const lists = [
    message.floatData,
    message.int32Data,
    message.int64Data,
    message.doubleData,
    message.uint64Data,
  ] as number[][]
  const numbers = lists.find(list => list?.length > 0) ?? []
  const filled = tensorOfBytes(type, [numbers.length], new Uint8Array(numbers.length * elementTypes[type].bytes))
  const big = type === 'int64' || type === 'uint64'
  for (let i = 0; i < numbers.length; i++) {
    filled.values[i] = big
      ? wholeOf(numbers[i])
      : numbers[i]
  }
  return elementCount(shape) === 0
    ? new Uint8Array()
    : bytesOf(filled)
}

/** The largest int64, by which a Slice says to the end, is read as the next double, 2⁶³, which would turn into the least. */
function wholeOf(number: number): bigint {
  return number === 2 ** 63 ? 2n ** 63n - 1n : BigInt(number)
}

function isTensor(message: Message): boolean {
  return (message.type as Message | undefined)?.tensor !== undefined
}

function valueOf(message: Message): OnnxValue {
  const name = textOf(message.name)
  const inner = (message.type as Message | undefined)?.tensor as Message | undefined
  const type = elementTypeOf(numberOf(inner?.elementType))
  if (!inner || !type)
    throw new ModelDamaged(`its value "${name}" is not a tensor of numbers`)
  const shape = inner.shape as Message | undefined
  return { name, type, shape: shape && listOf(shape.dims).map(dimensionOf) }
}

/** A size, its symbol, or `?` where the file says nothing. */
function dimensionOf(message: Message): number | string {
  return message.symbol
    ? textOf(message.symbol)
    : message.value === undefined
      ? '?'
      : numberOf(message.value)
}

function listOf(field: unknown): Message[] {
  return (field as Message[] | undefined) ?? []
}

function textOf(field: unknown): string {
  return (field as string | undefined) ?? ''
}

function numberOf(field: unknown): number {
  return (field as number | undefined) ?? 0
}
