import type { PhotoSet } from '../photo-set'
import { BufferUsage, Geometry, Buffer as GpuBuffer } from 'pixi.js'
import { keepOnGpu } from './keep-on-gpu'

/** The columns of a set as attributes: bytes of a row, and what the shaders call them. */
const columns = {
  from: { attribute: 'aFrom', format: 'float32x2', bytes: 8 },
  to: { attribute: 'aTo', format: 'float32x2', bytes: 8 },
  reach: { attribute: 'aReach', format: 'float32x2', bytes: 8 },
  cells: { attribute: 'aCell', format: 'sint16x4', bytes: 8 },
  large: { attribute: 'aLarge', format: 'sint16x2', bytes: 4 },
  colours: { attribute: 'aColour', format: 'unorm8x4', bytes: 4 },
  flags: { attribute: 'aFlags', format: 'unorm8x4', bytes: 4 },
} as const
export type Column = keyof typeof columns
export const columnNames = Object.keys(columns) as Column[]

/** A set's columns on the GPU, and draws of some of its rows, which all read them there. */
export class PhotosGeometry {
  readonly #buffers: Record<Column, GpuBuffer>
  readonly #draws: Geometry[] = []

  constructor(set: PhotoSet) {
    this.#buffers = Object.fromEntries(columnNames.map((column) => {
      const buffer = new GpuBuffer({ data: perCorner(set[column], set.count), usage: BufferUsage.VERTEX | BufferUsage.COPY_DST })
      return [column, buffer]
    })) as Record<Column, GpuBuffer>
  }

  /** A draw of points or quads: which rows, its index buffer says. */
  draw(kind: 'points' | 'quads'): Geometry {
    const corners = kind === 'points' ? 4 : 1
    const attributes = Object.fromEntries(columnNames.map((column) => {
      const { attribute, format, bytes } = columns[column]
      return [attribute, { buffer: this.#buffers[column], format, stride: corners * bytes, offset: 0 }]
    }))
    const geometry = new Geometry({ topology: kind === 'points' ? 'point-list' : 'triangle-list', attributes, indexBuffer: new Uint32Array(6) })
    keepOnGpu(geometry)
    this.#draws.push(geometry)
    return geometry
  }

  /** Sends a column that has changed. */
  send(column: Column, set: PhotoSet): void {
    perCorner(set[column], set.count, this.#buffers[column].data as Uint32Array<ArrayBuffer>)
    this.#buffers[column].update()
  }

  destroy(): void {
    for (const draw of this.#draws)
      draw.destroy(true)
  }
}

/**
 * A column with each photo's numbers four times, once per corner. (Instances of four corners would do with one, but
 * what draws without a graphics card takes each instance for a draw of its own, several times slower.)
 */
function perCorner(column: Float32Array | Int16Array | Uint8Array, count: number, into = new Uint32Array(column.byteLength)): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(column.buffer, column.byteOffset, column.byteLength / 4)
  const width = words.length / count
  for (let word = 0; word < width; word++) {
    for (let from = word, to = word; from < words.length; from += width, to += 4 * width)
      into[to] = into[to + width] = into[to + 2 * width] = into[to + 3 * width] = words[from]
  }
  return into
}

/** The corners of two triangles for each of the rows. */
export function quadsOf(rows: Uint32Array): Uint32Array<ArrayBuffer> {
  const indices = new Uint32Array(6 * rows.length)
  let at = 0
  for (const row of rows) {
    const first = 4 * row
    indices[at++] = first
    indices[at++] = first + 1
    indices[at++] = first + 2
    indices[at++] = first + 2
    indices[at++] = first + 1
    indices[at++] = first + 3
  }
  return indices
}
