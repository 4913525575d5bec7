/** Pictures longer than this are cropped. */
const longestAspect = 2.5

/** The aspect a picture is drawn with: width ÷ height, within bounds. */
export function drawnAspect(aspect: number): number {
  return Math.min(longestAspect, Math.max(1 / longestAspect, aspect > 0
    ? aspect
    : 1))
}

/**
 * Half the width and height, CSS px, of a picture's box at a thumbnail size: a square at `share` 0, the picture's own
 * shape with the same area at 1. Only a large thumbnail shows more than the middle square. The photos' shader has the
 * same law.
 */
export function halfBoxOf(size: number, aspect: number, share: number, large: boolean): { x: number, y: number } {
  const stretch = drawnAspect(aspect) ** (share / 2)
  const x = size * stretch / 2
  const y = size / stretch / 2
  return large
    ? { x, y }
    : {
        x: Math.min(x, y),
        y: Math.min(x, y),
      }
}
