import type { PhotoColumns } from './photos'

/** Unlabelled photos with a suggestion at least so sure, by suggested label, the surest first. */
export function offeredSuggestions(columns: PhotoColumns, sureness: number): Map<number, Uint32Array> {
  const rows = new Map<number, number[]>()
  for (let i = 0; i < columns.ids.length; i++) {
    const label = columns.suggestions[i]
    if (label === 0 || columns.labels[i] !== 0 || columns.confidences[i] < sureness)
      continue
    const ofLabel = rows.get(label)
    if (ofLabel)
      ofLabel.push(i)
    else
      rows.set(label, [i])
  }
  return new Map([...rows].map(([label, its]) => [
    label,
    Uint32Array.from(its.sort((a, b) => columns.confidences[b] - columns.confidences[a]), row => columns.ids[row]),
  ]))
}
