/** What a section of the grid is of. */
export type GridKey
  = | { kind: 'group', index: number }
    | { kind: 'label', label: number }
    | { kind: 'suggestion', label: number }
    | { kind: 'stray' }
    | { kind: 'unlabelled' }

export interface GridSection {
  key: GridKey
  photos: Uint32Array
}

/**
 * Sections by group, the largest first, and last the photos that are in none. `mapped`: rising ids of the photos on the
 * map; `of`: [N] group of each of them, −1 for a stray.
 */
export function sectionsByGroup(photos: Uint32Array, mapped: Uint32Array, of: Int32Array): GridSection[] {
  const groups = new Map<number, number[]>()
  let at = 0
  for (const photo of photos) {
    while (at < mapped.length && mapped[at] < photo)
      at++
    add(groups, mapped[at] === photo ? of[at] ?? -1 : -1, photo)
  }
  const strays = groups.get(-1)
  groups.delete(-1)
  const sections = [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([index, of]): GridSection => ({ key: { kind: 'group', index }, photos: Uint32Array.from(of) }))
  return strays ? [...sections, { key: { kind: 'stray' }, photos: Uint32Array.from(strays) }] : sections
}

/**
 * Sections by label in the order given, then by suggested label, the surest photos first, and last the photos without
 * either. The columns are in the order of `ids`, rising.
 */
export function sectionsByLabel(photos: Uint32Array, columns: { ids: Uint32Array, labels: Uint32Array, suggestions: Uint32Array, confidences: Float32Array }, order: readonly number[]): GridSection[] {
  const given = new Map<number, number[]>()
  const suggested = new Map<number, number[]>()
  const rest: number[] = []
  let row = 0
  for (const photo of photos) {
    while (columns.ids[row] < photo)
      row++
    if (columns.labels[row] > 0)
      add(given, columns.labels[row], photo)
    else if (columns.suggestions[row] > 0)
      add(suggested, columns.suggestions[row], row)
    else
      rest.push(photo)
  }
  const sections: GridSection[] = []
  for (const label of order) {
    if (given.has(label))
      sections.push({ key: { kind: 'label', label }, photos: Uint32Array.from(given.get(label)!) })
  }
  for (const label of order) {
    const rows = suggested.get(label)?.sort((a, b) => columns.confidences[b] - columns.confidences[a])
    if (rows)
      sections.push({ key: { kind: 'suggestion', label }, photos: Uint32Array.from(rows, at => columns.ids[at]) })
  }
  if (rest.length > 0)
    sections.push({ key: { kind: 'unlabelled' }, photos: Uint32Array.from(rest) })
  return sections
}

function add(buckets: Map<number, number[]>, key: number, value: number): void {
  const bucket = buckets.get(key)
  if (bucket)
    bucket.push(value)
  else
    buckets.set(key, [value])
}
