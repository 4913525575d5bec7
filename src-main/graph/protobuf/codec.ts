import type { Field, MessageName } from '#main/graph/protobuf/schema'
import { ModelDamaged } from '#main/graph/model-damaged'
import { schema } from '#main/graph/protobuf/schema'
import { varintBytes, wire, WireReader } from '#main/graph/protobuf/wire'

/** A message as read: its fields by name, and the bytes of those the schema does not know, to be written back. */
export interface Message {
  [field: string]: unknown
  unread?: Uint8Array[]
}

/**
 * Reads one message. Bytes fields are views into `bytes`, so a network of any size is read without a copy.
 *
 * @throws MODEL_DAMAGED where the bytes are not such a message.
 */
export function decodeMessage(name: MessageName, bytes: Uint8Array): Message {
  const fields = schema[name]
  const reader = new WireReader(bytes)
  const message: Message = {}
  for (const field of Object.values(fields)) {
    if (field.repeated)
      message[field.name] = []
  }
  while (!reader.done) {
    const start = reader.at
    const tag = reader.varint()
    const field = fields[Math.floor(tag / 8)]
    if (tag < 8)
      throw new ModelDamaged('it holds a field without a number')
    if (field) {
      readField(message, field, tag % 8, reader)
    }
    else {
      reader.skip(tag % 8)
      // Copied, so that a few bytes do not keep a file of many megabytes.
      ;(message.unread ??= []).push(new Uint8Array(bytes.subarray(start, reader.at)))
    }
  }
  return message
}

function readField(message: Message, field: Field, wireType: number, reader: WireReader): void {
  if (wireType === wire.bytes && isNumber(field)) {
    if (!field.repeated)
      throw new ModelDamaged(`its field ${field.name} is not a number`)
    const packed = new WireReader(reader.delimited())
    const list = message[field.name] as number[]
    while (!packed.done)
      list.push(readValue(field, packed) as number)
    return
  }
  if (wireType !== wireTypeOf(field))
    throw new ModelDamaged(`its field ${field.name} has the wrong type`)
  const value = readValue(field, reader)
  if (field.repeated)
    (message[field.name] as unknown[]).push(value)
  else
    message[field.name] = value
}

function readValue(field: Field, reader: WireReader): unknown {
  switch (field.kind) {
    case 'int': return reader.varint()
    case 'float': return reader.float()
    case 'double': return reader.double()
    case 'string': return reader.string()
    case 'bytes': return reader.delimited()
    default: return decodeMessage(field.kind, reader.delimited())
  }
}

/** Writes one message; what `decodeMessage` left unread goes back as it came. */
export function encodeMessage(name: MessageName, message: Message): Uint8Array {
  const pieces: Uint8Array[] = []
  const size = appendMessage(name, message, pieces)
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** Appends the pieces of a message, leaving big ones uncopied; answers their total length. */
function appendMessage(name: MessageName, message: Message, pieces: Uint8Array[]): number {
  let size = 0
  const push = (piece: Uint8Array): void => {
    pieces.push(piece)
    size += piece.length
  }
  for (const [number, field] of Object.entries(schema[name])) {
    const value = message[field.name]
    if (value === undefined)
      continue
    const values = field.repeated
      ? value as unknown[]
      : [value]
    if (field.repeated && isNumber(field)) {
      if (values.length > 0)
        push(delimited(Number(number), numberBytes(field, values as number[])))
      continue
    }
    for (const each of values) {
      if (isNumber(field)) {
        push(Uint8Array.from(varintBytes(Number(number) * 8 + wireTypeOf(field))))
        push(numberBytes(field, [each as number]))
        continue
      }
      const inner: Uint8Array[] = []
      const length = appendInner(field, each, inner)
      push(Uint8Array.from([
        ...varintBytes(Number(number) * 8 + wire.bytes),
        ...varintBytes(length),
      ]))
      inner.forEach(push)
    }
  }
  message.unread?.forEach(push)
  return size
}

function appendInner(field: Field, value: unknown, pieces: Uint8Array[]): number {
  if (field.kind !== 'string' && field.kind !== 'bytes')
    return appendMessage(field.kind as MessageName, value as Message, pieces)
  const bytes = field.kind === 'string'
    ? new TextEncoder().encode(value as string)
    : value as Uint8Array
  pieces.push(bytes)
  return bytes.length
}

function numberBytes(field: Field, values: number[]): Uint8Array {
  if (field.kind === 'int')
    return Uint8Array.from(values.flatMap(varintBytes))
  return new Uint8Array((field.kind === 'float'
    ? Float32Array
    : Float64Array).from(values).buffer)
}

function delimited(number: number, bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([
    ...varintBytes(number * 8 + wire.bytes),
    ...varintBytes(bytes.length),
    ...bytes,
  ])
}

function isNumber(field: Field): boolean {
  return field.kind === 'int' || field.kind === 'float' || field.kind === 'double'
}

function wireTypeOf(field: Field): number {
  return field.kind === 'int'
    ? wire.varint
    : field.kind === 'float'
      ? wire.fixed32
      : field.kind === 'double'
        ? wire.fixed64
        : wire.bytes
}
