/** CSS px: the least side of a thumbnail in a line of them, and between two. */
export const leastSide = 56
export const gap = 4

/** How many of some photos a line of a width in CSS px shows: all, or so many that the number of the others has its place. */
export function inOneLine(width: number, photos: number): number {
  const places = Math.max(2, Math.floor((width + gap) / (leastSide + gap)))
  return photos <= places ? photos : places - 1
}
