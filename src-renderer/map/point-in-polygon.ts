/** Whether a point lies inside a closed polygon x, y, x, y …, by the even-odd rule. */
export function pointInPolygon(x: number, y: number, polygon: ArrayLike<number>): boolean {
  let inside = false
  const length = polygon.length
  for (let at = 0, before = length - 2; at < length; before = at, at += 2) {
    const ay = polygon[at + 1]
    const by = polygon[before + 1]
    if ((ay > y) !== (by > y) && x < (polygon[before] - polygon[at]) * (y - ay) / (by - ay) + polygon[at])
      inside = !inside
  }
  return inside
}
