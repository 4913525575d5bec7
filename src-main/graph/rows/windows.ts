import type { Extent } from '#main/graph/rows/rows'
import { GraphMistake } from '#main/graph/graph-mistake'

/** How a window moves over a picture, as ONNX's Conv and pooling operators say it. */
export interface WindowRule {
  kernel: readonly number[]
  strides: readonly number[]
  /** Top, left, bottom, right. */
  pads: readonly number[]
  dilations: readonly number[]
  /** Counts windows that hang over the far edge. */
  ceil?: boolean
}

/** Where the windows of a rule stand on a picture of a certain extent. */
export interface Windows extends Extent {
  /** What they stand on. */
  over: Extent
  strides: readonly number[]
  /** The places of the kernel, counted row by row, that meet the picture anywhere: the others see padding alone. */
  taps: readonly number[]
  /** [windows · taps]: the place of the picture that each tap of each window sees; −1 where that is padding. */
  seen: Int32Array
}

/** @throws GRAPH_MISTAKE where not one window fits */
export function windowsOver(over: Extent, { kernel, strides, pads, dilations, ceil = false }: WindowRule): Windows {
  const [height, width] = [over.height, over.width].map((size, axis) => {
    const steps = (size + pads[axis] + pads[axis + 2] - dilations[axis] * (kernel[axis] - 1) - 1) / strides[axis]
    if (steps < 0)
      throw new GraphMistake(`a window of ${kernel.join(' × ')} does not fit ${over.height} × ${over.width}`)
    const count = Math.floor(steps) + 1
    // A window that would begin in the far padding is none.
    return ceil && steps % 1 > 0 && count * strides[axis] < size + pads[axis] ? count + 1 : count
  })
  const place = (axis: number, window: number, tap: number): number => window * strides[axis] + tap * dilations[axis] - pads[axis]
  const meets = (axis: number, tap: number, count: number, size: number): boolean =>
    Array.from({ length: count }, (_, window) => place(axis, window, tap)).some(at => at >= 0 && at < size)
  const rows = Array.from({ length: kernel[0] }, (_, tap) => tap).filter(tap => meets(0, tap, height, over.height))
  const columns = Array.from({ length: kernel[1] }, (_, tap) => tap).filter(tap => meets(1, tap, width, over.width))

  const seen = new Int32Array(height * width * rows.length * columns.length)
  let at = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (const i of rows) {
        for (const j of columns) {
          const [row, column] = [place(0, y, i), place(1, x, j)]
          const inside = row >= 0 && row < over.height && column >= 0 && column < over.width
          seen[at++] = inside ? row * over.width + column : -1
        }
      }
    }
  }
  return { height, width, over, strides, taps: rows.flatMap(i => columns.map(j => i * kernel[1] + j)), seen }
}

/**
 * [windows]: how many places of the picture each window covers, or with `padded` of the picture and what is put around it.
 * What hangs over the far edge of both is not counted.
 */
export function placesOf({ height, width, over }: Windows, { kernel, strides, dilations, pads }: WindowRule, padded: boolean): number[] {
  const along = (axis: number, count: number, size: number): number[] => {
    const [before, after] = padded ? [pads[axis], pads[axis + 2]] : [0, 0]
    return Array.from({ length: count }, (_, window) => Array.from({ length: kernel[axis] }, (_, tap) => window * strides[axis] + tap * dilations[axis] - pads[axis])
      .filter(at => at >= -before && at < size + after)
      .length)
  }
  const across = along(1, width, over.width)
  return along(0, height, over.height).flatMap(rows => across.map(columns => rows * columns))
}

/** [places · taps]: for each place of the picture and each tap the one window whose tap sees it; −1 where none does. */
export function seeingWindows({ over, taps, seen }: Windows): Int32Array {
  const windows = new Int32Array(over.height * over.width * taps.length).fill(-1)
  seen.forEach((place, at) => {
    if (place >= 0)
      windows[place * taps.length + at % taps.length] = Math.floor(at / taps.length)
  })
  return windows
}
