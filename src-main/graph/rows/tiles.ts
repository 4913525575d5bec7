import type { Extent } from '#main/graph/rows/rows'

/** How a picture is cut into tiles of outputs, whose inputs overlap. */
export interface Tiles {
  /** In one picture. */
  count: number
  /** [n² · N · tiles]: the row that each input of each tile comes from; −1 outside the picture. */
  inputs: Int32Array
  /** [m² · N · tiles]: the row that each output of each tile becomes; −1 outside the picture. */
  outputs: Int32Array
}

/**
 * Cuts N pictures into tiles of m × m outputs with n × n inputs.
 * @param batch N
 * @param over the extent of the inputs
 * @param out the extent of the outputs
 * @param pads places before the first, at the top and at the left
 * @param m outputs along the side of a tile
 * @param n inputs along it
 */
export function tilesOver(batch: number, over: Extent, out: Extent, pads: readonly [number, number], m: number, n: number): Tiles {
  const across = Math.ceil(out.width / m)
  const count = Math.ceil(out.height / m) * across
  const rowsOf = (side: number, extent: Extent, before: readonly [number, number]): Int32Array => {
    const rows = new Int32Array(side * side * batch * count)
    for (let at = 0; at < rows.length; at++) {
      const tile = at % count
      const picture = Math.floor(at / count) % batch
      const place = Math.floor(at / (count * batch))
      const row = Math.floor(tile / across) * m + Math.floor(place / side) - before[0]
      const column = tile % across * m + place % side - before[1]
      const inside = row >= 0 && row < extent.height && column >= 0 && column < extent.width
      rows[at] = inside ? (picture * extent.height + row) * extent.width + column : -1
    }
    return rows
  }
  return { count, inputs: rowsOf(n, over, pads), outputs: rowsOf(m, out, [0, 0]) }
}
