import type { ChooseMode } from '../map/photo-map-types'

/** The photos selected after a choice, in rising order, each once. */
export function combinePhotos(before: Uint32Array, chosen: Uint32Array, mode: ChooseMode): Uint32Array {
  if (mode === 'replace' && isRising(chosen))
    return chosen
  const chosenSet = new Set(chosen)
  if (mode === 'remove')
    return before.filter(photo => !chosenSet.has(photo))
  if (mode === 'add') {
    for (const photo of before)
      chosenSet.add(photo)
  }
  return Uint32Array.from(chosenSet).sort()
}

function isRising(photos: Uint32Array): boolean {
  for (let at = 1; at < photos.length; at++) {
    if (photos[at] <= photos[at - 1])
      return false
  }
  return true
}
