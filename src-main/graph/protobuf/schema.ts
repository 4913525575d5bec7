/** How a field's value is kept: a number, text, bytes, numbers in a packed list, or a message of this schema. */
export type FieldKind = 'int' | 'float' | 'double' | 'string' | 'bytes' | MessageName

export interface Field {
  name: string
  kind: FieldKind
  repeated: boolean
}

export type MessageName
  = 'Model' | 'OperatorSet' | 'Entry' | 'Graph' | 'Node' | 'Attribute' | 'Tensor' | 'ValueInfo' | 'Type' | 'TensorType'
    | 'Shape' | 'Dimension'

function one(name: string, kind: FieldKind): Field {
  return { name, kind, repeated: false }
}

function many(name: string, kind: FieldKind): Field {
  return { name, kind, repeated: true }
}

/**
 * The messages of ONNX by field number. Fields that are not here (documentation, functions, quantization notes) are
 * carried through unread.
 *
 * Source: onnx/onnx.proto of ONNX, field numbers as published there.
 */
export const schema: Record<MessageName, Record<number, Field>> = {
  Model: {
    1: one('irVersion', 'int'),
    2: one('producer', 'string'),
    7: one('graph', 'Graph'),
    8: many('opsets', 'OperatorSet'),
    14: many('metadata', 'Entry'),
  },
  OperatorSet: {
    1: one('domain', 'string'),
    2: one('version', 'int'),
  },
  Entry: {
    1: one('key', 'string'),
    2: one('value', 'string'),
  },
  Graph: {
    1: many('nodes', 'Node'),
    2: one('name', 'string'),
    5: many('initializers', 'Tensor'),
    11: many('inputs', 'ValueInfo'),
    12: many('outputs', 'ValueInfo'),
    13: many('valueInfo', 'ValueInfo'),
  },
  Node: {
    1: many('inputs', 'string'),
    2: many('outputs', 'string'),
    3: one('name', 'string'),
    4: one('opType', 'string'),
    5: many('attributes', 'Attribute'),
    7: one('domain', 'string'),
  },
  Attribute: {
    1: one('name', 'string'),
    2: one('float', 'float'),
    3: one('int', 'int'),
    4: one('string', 'bytes'),
    5: one('tensor', 'Tensor'),
    6: one('graph', 'Graph'),
    7: many('floats', 'float'),
    8: many('ints', 'int'),
    9: many('strings', 'bytes'),
    20: one('type', 'int'),
  },
  Tensor: {
    1: many('dims', 'int'),
    2: one('dataType', 'int'),
    4: many('floatData', 'float'),
    5: many('int32Data', 'int'),
    7: many('int64Data', 'int'),
    8: one('name', 'string'),
    9: one('raw', 'bytes'),
    10: many('doubleData', 'double'),
    11: many('uint64Data', 'int'),
    13: many('externalData', 'Entry'),
    14: one('dataLocation', 'int'),
  },
  ValueInfo: {
    1: one('name', 'string'),
    2: one('type', 'Type'),
  },
  Type: {
    1: one('tensor', 'TensorType'),
  },
  TensorType: {
    1: one('elementType', 'int'),
    2: one('shape', 'Shape'),
  },
  Shape: {
    1: many('dims', 'Dimension'),
  },
  Dimension: {
    1: one('value', 'int'),
    2: one('symbol', 'string'),
  },
}
