import type { Neighbours } from '#main/matrix/neighbours'

/**
 * Gives photos that the last map did not have a place on it: the mean of where their nearest placed neighbours lie, the
 * nearer the weightier. Photos whose neighbours are all new wait until some of these are placed; those that never meet
 * a placed one go to the middle. `previous` is [N, 2] with NaN for a photo without a place; returns [N, 2], all finite.
 */
export function placeNewPhotos(previous: Float32Array, neighbours: Neighbours): Float32Array {
  const { k, indices, distances } = neighbours
  const placed = previous.slice()
  const has = (i: number) => Number.isFinite(placed[2 * i]) && Number.isFinite(placed[2 * i + 1])
  let waiting = Array.from({ length: neighbours.rows }, (_, i) => i).filter(i => !has(i))
  const middle = middleOf(placed, has)

  while (waiting.length > 0) {
    // A round looks only at what was placed before it, so the outcome does not depend on the order of the photos.
    const found: { row: number, x: number, y: number }[] = []
    for (const row of waiting) {
      let x = 0
      let y = 0
      let sum = 0
      for (let at = row * k; at < (row + 1) * k; at++) {
        if (!has(indices[at]))
          continue
        const weight = 1 / (distances[at] + 1e-6)
        x += weight * placed[2 * indices[at]]
        y += weight * placed[2 * indices[at] + 1]
        sum += weight
      }
      if (sum > 0)
        found.push({ row, x: x / sum, y: y / sum })
    }
    if (found.length === 0)
      break
    for (const { row, x, y } of found)
      placed.set([x, y], 2 * row)
    waiting = waiting.filter(row => !has(row))
  }
  for (const row of waiting)
    placed.set(middle, 2 * row)
  return placed
}

function middleOf(coordinates: Float32Array, has: (row: number) => boolean): [number, number] {
  let x = 0
  let y = 0
  let count = 0
  for (let i = 0; 2 * i < coordinates.length; i++) {
    if (has(i)) {
      x += coordinates[2 * i]
      y += coordinates[2 * i + 1]
      count++
    }
  }
  return count === 0
    ? [0, 0]
    : [x / count, y / count]
}
