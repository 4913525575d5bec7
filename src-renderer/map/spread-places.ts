/** Ms of work between two looks at what else is waiting. */
const turn = 6
/** Cells by cells among which it is counted how crowded a place is. */
const block = 5

/**
 * Places [N, 2] at which no two photos share a cell of a square grid, each as near as can be to where it was: map units.
 * Photos in crowds are placed first, so that a crowd grows from its middle outward and neighbours stay neighbours; each
 * takes the nearest cell that is still free. `xy` [N, 2] map units; `cell` map units. Null when aborted.
 */
export async function spreadPlaces(xy: Float32Array, cell: number, signal: AbortSignal): Promise<Float32Array | null> {
  const count = xy.length / 2
  const places = new Float32Array(xy.length)
  const free = new FreeCells()
  let rested = performance.now()
  for (const row of crowdedFirst(xy, cell)) {
    const column = xy[2 * row] / cell
    const line = xy[2 * row + 1] / cell
    const [x, y] = free.takeNearest(column, line)
    places[2 * row] = x * cell
    places[2 * row + 1] = y * cell
    if (count > 1_000 && performance.now() - rested > turn) {
      await new Promise(resolve => setTimeout(resolve))
      if (signal.aborted)
        return null
      rested = performance.now()
    }
  }
  return places
}

/** Cells by whole columns and lines; in each line the next free cell either way is found by leaps over taken ones. */
class FreeCells {
  readonly #lines = new Map<number, { right: Map<number, number>, left: Map<number, number> }>()

  /** Takes the free cell whose place is nearest, and says where it is. */
  takeNearest(x: number, y: number): [x: number, y: number] {
    let least = Infinity
    let column = 0
    let line = 0
    const look = (y0: number, x0: number): void => {
      const square = (x0 - x) ** 2 + (y0 - y) ** 2
      if (square < least) {
        least = square
        column = x0
        line = y0
      }
    }
    const middle = Math.round(y)
    const start = Math.round(x)
    for (let away = 0; (away - 0.5) ** 2 < least || away === 0; away++) {
      for (const y0 of away === 0 ? [middle] : [middle - away, middle + away]) {
        if ((y0 - y) ** 2 >= least)
          continue
        const taken = this.#lines.get(y0)
        look(y0, taken ? leap(taken.right, start) : start)
        look(y0, taken ? leap(taken.left, start) : start)
      }
    }
    let taken = this.#lines.get(line)
    if (!taken)
      this.#lines.set(line, taken = { right: new Map(), left: new Map() })
    taken.right.set(column, column + 1)
    taken.left.set(column, column - 1)
    return [column, line]
  }
}

/** The first cell from `at` on that is not taken; the way there is made shorter for the next who asks. */
function leap(next: Map<number, number>, at: number): number {
  let end = at
  for (let to = next.get(end); to !== undefined; to = next.get(end))
    end = to
  for (let on = at; on !== end;) {
    const to = next.get(on)!
    next.set(on, end)
    on = to
  }
  return end
}

/** Rows, those first that have most others around them. */
function crowdedFirst(xy: Float32Array, cell: number): Uint32Array {
  const count = xy.length / 2
  const side = block * cell
  const keyOf = (column: number, line: number): number => (column + 0x2000000) * 0x4000000 + line + 0x2000000
  const blocks = new Map<number, number>()
  for (let row = 0; row < count; row++) {
    const key = keyOf(Math.floor(xy[2 * row] / side), Math.floor(xy[2 * row + 1] / side))
    blocks.set(key, (blocks.get(key) ?? 0) + 1)
  }
  const crowd = new Float32Array(count)
  for (let row = 0; row < count; row++) {
    // Between the four blocks around it a photo takes its share of each, so that a crowd has one middle.
    const x = xy[2 * row] / side - 0.5
    const y = xy[2 * row + 1] / side - 0.5
    const column = Math.floor(x)
    const line = Math.floor(y)
    const at = (dx: number, dy: number): number => blocks.get(keyOf(column + dx, line + dy)) ?? 0
    const upper = at(0, 0) + (at(1, 0) - at(0, 0)) * (x - column)
    const lower = at(0, 1) + (at(1, 1) - at(0, 1)) * (x - column)
    crowd[row] = upper + (lower - upper) * (y - line)
  }
  return Uint32Array.from({ length: count }, (_, row) => row).sort((a, b) => crowd[b] - crowd[a] || a - b)
}
