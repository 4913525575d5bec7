import type { PhotoColumns } from './photos'
import { rowsOf } from '../map/rows-of'

/** What the map is told of its photos, in the order of the map's ids. */
export interface MapDress {
  /** 0xRRGGBB of the label or the suggested label, 0 for neither. */
  colours: Uint32Array
  /** 1 where labelled, the suggestion's confidence (below 1) where suggested, 0 for neither. */
  strengths: Float32Array
}

const surest = 0.99

/** Colours and strengths of the photos `ids` (rising), by the columns and the labels' colours. */
export function mapDress(ids: Uint32Array, columns: PhotoColumns, colourOf: ReadonlyMap<number, number>): MapDress {
  const colours = new Uint32Array(ids.length)
  const strengths = new Float32Array(ids.length)
  const { labels, suggestions, confidences } = columns
  // Neighbouring rows mostly have the same label.
  let last = 0
  let colour = 0
  const rows = rowsOf(columns.ids, ids)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]
    if (row < 0)
      continue
    const label = labels[row]
    const shown = label || suggestions[row]
    if (!shown)
      continue
    if (shown !== last)
      colour = colourOf.get(shown) ?? 0
    last = shown
    colours[i] = colour
    strengths[i] = label
      ? 1
      : Math.min(surest, confidences[row])
  }
  return { colours, strengths }
}

/** Width ÷ height of the photos `ids` (rising); 1 for one that is not in the columns yet. */
export function mapAspects(ids: Uint32Array, columns: Pick<PhotoColumns, 'ids' | 'aspects'>): Float32Array {
  const aspects = new Float32Array(ids.length).fill(1)
  const rows = rowsOf(columns.ids, ids)
  for (let i = 0; i < rows.length; i++) {
    if (rows[i] >= 0)
      aspects[i] = columns.aspects[rows[i]]
  }
  return aspects
}

/** Photos that are in both columns with another picture in each. */
export function changedPictures(before: Pick<PhotoColumns, 'ids' | 'versions'>, now: Pick<PhotoColumns, 'ids' | 'versions'>): Uint32Array {
  if (now.versions === before.versions)
    return new Uint32Array()
  const changed: number[] = []
  const rows = rowsOf(before.ids, now.ids)
  for (let i = 0; i < rows.length; i++) {
    if (rows[i] >= 0 && now.versions[i] !== before.versions[rows[i]])
      changed.push(now.ids[i])
  }
  return Uint32Array.from(changed)
}
