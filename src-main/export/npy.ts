import type { Matrix } from '#main/matrix/matrix'
import { Buffer } from 'node:buffer'

/**
 * A matrix as a NumPy file: little-endian float32, C order, [rows, columns].
 * Source: numpy.lib.format, version 1.0. The header is padded so that the numbers begin at a multiple of 64 bytes.
 */
export function npy({ rows, columns, values }: Matrix): Buffer[] {
  const magic = Buffer.from('\x93NUMPY\x01\x00', 'latin1')
  const dictionary = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`
  const length = Math.ceil((magic.length + 2 + dictionary.length + 1) / 64) * 64 - magic.length - 2
  const header = Buffer.alloc(2 + length, ' ')
  header.writeUInt16LE(length, 0)
  header.write(dictionary, 2, 'latin1')
  header.write('\n', 1 + length, 'latin1')
  return [
    magic,
    header,
    Buffer.from(values.buffer, values.byteOffset, values.byteLength),
  ]
}
