import type { Direction } from '../map/photo-map-types'

/** CSS px between tiles, at the grid's rim, of a section's title, and below a section. */
export const gap = 6
export const rim = 16
export const titleHeight = 40
const below = 14

/** Where the sections of a grid and their tiles are, CSS px from the top of what scrolls. */
export interface GridLayout {
  columns: number
  /** Of a tile's side. */
  side: number
  /** [sections + 1] how many tiles come before each section. */
  starts: Uint32Array
  /** [sections + 1] where each section begins; the last is the height of all. */
  tops: Float64Array
}

/** What a grid shows in one line: a section's title (row −1) or a row of its tiles. */
export interface GridLine {
  section: number
  row: number
  y: number
}

/** A rectangle, CSS px from the top left of what scrolls. */
export interface GridBox {
  left: number
  top: number
  right: number
  bottom: number
}

/** Lays sections of so many photos out in a width, with tiles of about a size. */
export function gridLayout(counts: readonly number[], width: number, size: number): GridLayout {
  const inner = Math.max(size, width - 2 * rim)
  const columns = Math.max(1, Math.floor((inner + gap) / (size + gap)))
  const side = Math.floor((inner + gap) / columns) - gap
  const starts = new Uint32Array(counts.length + 1)
  const tops = new Float64Array(counts.length + 1)
  counts.forEach((count, section) => {
    starts[section + 1] = starts[section] + count
    tops[section + 1] = tops[section] + titleHeight + Math.ceil(count / columns) * (side + gap) + below
  })
  return { columns, side, starts, tops }
}

/** The lines that are seen between two heights. */
export function linesInSight(layout: GridLayout, top: number, bottom: number): GridLine[] {
  const { tops, side, starts, columns } = layout
  const lines: GridLine[] = []
  for (let section = lastAtMost(tops, top); section < starts.length - 1 && tops[section] < bottom; section++) {
    const first = tops[section] + titleHeight
    const rows = Math.ceil((starts[section + 1] - starts[section]) / columns)
    if (first > top)
      lines.push({ section, row: -1, y: tops[section] })
    for (let row = Math.max(0, Math.floor((top - first) / (side + gap))); row < rows && first + row * (side + gap) < bottom; row++)
      lines.push({ section, row, y: first + row * (side + gap) })
  }
  return lines
}

/** Tells the lines of one layout apart. */
export function lineKey({ section, row }: GridLine): string {
  return `${section} ${row}`
}

/**
 * The lines to have on the page next: of those wanted the ones that are there already, those between two heights, and of
 * the others the nearest to these, `most` at a time; of those no longer wanted all but `most`. A leap through a long grid
 * must not hold the page up. `more` says whether that is not all yet.
 */
export function linesInTurn(wanted: readonly GridLine[], shown: readonly GridLine[], top: number, bottom: number, most: number): { lines: GridLine[], more: boolean } {
  const there = new Set(shown.map(lineKey))
  const far = ({ y }: GridLine): number => Math.max(top - y, y - bottom)
  const others = wanted.filter(line => far(line) > 0 && !there.has(lineKey(line))).sort((a, b) => far(a) - far(b))
  const later = new Set(others.slice(most))
  const kept = new Set(wanted.map(lineKey))
  const leaving = shown.filter(line => !kept.has(lineKey(line))).slice(most)
  return {
    lines: [...wanted.filter(line => !later.has(line)), ...leaving].sort((a, b) => a.y - b.y),
    more: later.size + leaving.length > 0,
  }
}

/** The places, in the order of all, of the tiles that a rectangle touches, rising. */
export function tilesInBox(layout: GridLayout, { left, top, right, bottom }: GridBox): number[] {
  const { starts, columns, side } = layout
  const step = side + gap
  const first = Math.max(0, Math.ceil((left - rim - side) / step))
  const last = Math.min(columns - 1, Math.floor((right - rim) / step))
  const places: number[] = []
  for (const { section, row, y } of linesInSight(layout, top, bottom)) {
    // A line reaches down over the gap below its tiles.
    if (row < 0 || y + side < top)
      continue
    const start = starts[section] + row * columns
    for (let column = first; column <= last && start + column < starts[section + 1]; column++)
      places.push(start + column)
  }
  return places
}

/** Where the tile at a place in the order of all is. */
export function tilePlace(layout: GridLayout, at: number): { x: number, y: number } {
  const { starts, tops, side, columns } = layout
  const section = sectionAt(layout, at)
  const within = at - starts[section]
  return {
    x: rim + within % columns * (side + gap),
    y: tops[section] + titleHeight + Math.floor(within / columns) * (side + gap),
  }
}

/** The section that a place in the order of all is in. */
export function sectionAt({ starts }: GridLayout, at: number): number {
  return lastAtMost(starts, at)
}

/** The place of the tile next to one in a direction; the same where there is none. */
export function neighbourInGrid(layout: GridLayout, at: number, direction: Direction): number {
  const { starts, columns } = layout
  const last = starts[starts.length - 1] - 1
  if (direction === 'left' || direction === 'right')
    return Math.min(last, Math.max(0, at + (direction === 'right' ? 1 : -1)))
  const section = sectionAt(layout, at)
  const within = at - starts[section]
  const count = starts[section + 1] - starts[section]
  const column = within % columns
  if (direction === 'down') {
    if (Math.floor(within / columns) < Math.floor((count - 1) / columns))
      return Math.min(at + columns, starts[section + 1] - 1)
    return section + 2 < starts.length ? Math.min(starts[section + 1] + column, starts[section + 2] - 1) : at
  }
  if (within >= columns)
    return at - columns
  if (section === 0)
    return at
  const before = starts[section] - starts[section - 1]
  return starts[section - 1] + Math.min(before - 1, Math.floor((before - 1) / columns) * columns + column)
}

/** The last index whose value, of rising ones, is at most `value`; before an empty section the one after it. */
function lastAtMost(rising: ArrayLike<number>, value: number): number {
  let low = 0
  let high = rising.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (rising[middle] <= value)
      low = middle
    else
      high = middle - 1
  }
  return low
}
