/** Ms of work between two looks at what else is waiting, and rows between two looks at the clock. */
const turn = 8
const rowsInLook = 64
/** Cells by cells among which it is counted how crowded a place is. */
const block = 5
/** Steps in which crowds are told apart, for each photo in a block. */
const crowdSteps = 64

/**
 * Places [N, 2] at which no two photos share a cell of a square grid, each as near as can be to where it was: map units.
 * Photos in crowds are placed first, so that a crowd grows from its middle outward and neighbours stay neighbours; each
 * takes the nearest cell that is still free. `xy` [N, 2] map units; `cell` map units. Null when aborted.
 */
export async function spreadPlaces(xy: Float32Array, cell: number, signal: AbortSignal): Promise<Float32Array | null> {
  const rest = restingAtTimes(signal)
  const order = await crowdedFirst(xy, cell, rest)
  if (order === null)
    return null
  const places = new Float32Array(xy.length)
  const free = new FreeCells()
  for (const [at, row] of order.entries()) {
    const [x, y] = free.takeNearest(xy[2 * row] / cell, xy[2 * row + 1] / cell)
    places[2 * row] = x * cell
    places[2 * row + 1] = y * cell
    if (at % rowsInLook === 0 && await rest())
      return null
  }
  return places
}

/** Lets others have their turn when it is due. Says whether there is no more need of the work. */
type Rest = () => Promise<boolean> | false

function restingAtTimes(signal: AbortSignal): Rest {
  let rested = performance.now()
  return () => performance.now() - rested < turn
    ? false
    : new Promise(resolve => setTimeout(() => {
        rested = performance.now()
        resolve(signal.aborted)
      }))
}

/** The taken cells of a line, as runs with at least one free cell between them: the first and the last cell of each, rising. */
interface Runs { first: number[], last: number[] }

/** Cells by whole columns and lines. */
class FreeCells {
  readonly #lines = new Map<number, Runs>()

  /** Takes the free cell whose place is nearest, and says where it is. */
  takeNearest(x: number, y: number): [x: number, y: number] {
    let least = Infinity
    let column = 0
    let line = 0
    const look = (x0: number, y0: number): void => {
      const square = (x0 - x) ** 2 + (y0 - y) ** 2
      if (square < least) {
        least = square
        column = x0
        line = y0
      }
    }
    const middle = Math.round(y)
    const start = Math.round(x)
    const lookAlong = (y0: number): void => {
      if ((y0 - y) ** 2 >= least)
        return
      const runs = this.#lines.get(y0)
      const run = runs ? runBefore(runs.first, start) : -1
      if (!runs || run < 0 || runs.last[run] < start)
        return look(start, y0)
      look(runs.last[run] + 1, y0)
      look(runs.first[run] - 1, y0)
    }
    lookAlong(middle)
    for (let away = 1; (away - 0.5) ** 2 < least; away++) {
      lookAlong(middle - away)
      lookAlong(middle + away)
    }
    this.#take(column, line)
    return [column, line]
  }

  #take(column: number, line: number): void {
    const runs = this.#lines.get(line)
    if (!runs) {
      this.#lines.set(line, { first: [column], last: [column] })
      return
    }
    const { first, last } = runs
    const before = runBefore(first, column)
    const joinsBefore = before >= 0 && last[before] === column - 1
    const joinsAfter = first[before + 1] === column + 1
    if (joinsBefore && joinsAfter) {
      last.splice(before, 1)
      first.splice(before + 1, 1)
    }
    else if (joinsBefore) {
      last[before] = column
    }
    else if (joinsAfter) {
      first[before + 1] = column
    }
    else {
      first.splice(before + 1, 0, column)
      last.splice(before + 1, 0, column)
    }
  }
}

/** The last of rising numbers that is at most `column`, −1 for none. */
function runBefore(first: readonly number[], column: number): number {
  let low = -1
  let high = first.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (first[middle] <= column)
      low = middle
    else
      high = middle - 1
  }
  return low
}

/** Rows, those first that have most others around them; null when aborted. */
async function crowdedFirst(xy: Float32Array, cell: number, rest: Rest): Promise<Uint32Array | null> {
  const count = xy.length / 2
  const side = block * cell
  const keyOf = (column: number, line: number): number => (column + 0x2000000) * 0x4000000 + line + 0x2000000
  const blocks = new Map<number, number>()
  for (let row = 0; row < count; row++) {
    const key = keyOf(Math.floor(xy[2 * row] / side), Math.floor(xy[2 * row + 1] / side))
    blocks.set(key, (blocks.get(key) ?? 0) + 1)
    if (row % rowsInLook === 0 && await rest())
      return null
  }
  // Numbers alone are sorted several times as fast as rows that are compared: the crowd in whole steps, and the row below it.
  const keys = new Float64Array(count)
  for (let row = 0; row < count; row++) {
    // Between the four blocks around it a photo takes its share of each, so that a crowd has one middle.
    const x = xy[2 * row] / side - 0.5
    const y = xy[2 * row + 1] / side - 0.5
    const column = Math.floor(x)
    const line = Math.floor(y)
    const at = (dx: number, dy: number): number => blocks.get(keyOf(column + dx, line + dy)) ?? 0
    const upper = at(0, 0) + (at(1, 0) - at(0, 0)) * (x - column)
    const lower = at(0, 1) + (at(1, 1) - at(0, 1)) * (x - column)
    keys[row] = count * Math.round(-crowdSteps * (upper + (lower - upper) * (y - line))) + row
    if (row % rowsInLook === 0 && await rest())
      return null
  }
  keys.sort()
  if (await rest())
    return null
  const order = new Uint32Array(count)
  for (let at = 0; at < count; at++)
    order[at] = keys[at] - count * Math.floor(keys[at] / count)
  return order
}
