/**
 * Turns, mirrors and shifts a map so that its photos come as near as can be to where they lay on the last map: the
 * orthogonal Procrustes problem (Gower and Dijksterhuis 2004, §4) in two dimensions. The scale is left as it is, since
 * both maps are in standard units. `previous` is [N, 2] with NaN for a photo that was not there; photos of both maps
 * decide, all are moved. Returns `[N, 2] float32`; the map itself where no photo was there before.
 */
export function alignProjection(coordinates: Float32Array, previous: Float32Array): Float32Array {
  const count = coordinates.length / 2
  const shared: number[] = []
  for (let i = 0; i < count; i++) {
    if (Number.isFinite(previous[2 * i]) && Number.isFinite(previous[2 * i + 1]))
      shared.push(i)
  }
  if (shared.length === 0)
    return coordinates.slice()

  const from = middle(coordinates, shared)
  const to = middle(previous, shared)
  // The cross-covariance [[xx, xy], [yx, yy]] of old against new.
  let xx = 0
  let xy = 0
  let yx = 0
  let yy = 0
  for (const i of shared) {
    const x = coordinates[2 * i] - from[0]
    const y = coordinates[2 * i + 1] - from[1]
    const oldX = previous[2 * i] - to[0]
    const oldY = previous[2 * i + 1] - to[1]
    xx += oldX * x
    xy += oldX * y
    yx += oldY * x
    yy += oldY * y
  }
  // Turned by θ the maps agree to cos θ (xx + yy) + sin θ (yx − xy); mirrored first, to cos θ (xx − yy) + sin θ (yx + xy).
  const turned = Math.hypot(xx + yy, yx - xy)
  const mirrored = Math.hypot(xx - yy, yx + xy)
  const mirror = mirrored > turned
    ? -1
    : 1
  const angle = mirror === 1
    ? Math.atan2(yx - xy, xx + yy)
    : Math.atan2(yx + xy, xx - yy)
  const cosine = Math.cos(angle)
  const sine = Math.sin(angle)

  const aligned = new Float32Array(coordinates.length)
  for (let i = 0; i < count; i++) {
    const x = coordinates[2 * i] - from[0]
    const y = (coordinates[2 * i + 1] - from[1]) * mirror
    aligned[2 * i] = to[0] + cosine * x - sine * y
    aligned[2 * i + 1] = to[1] + sine * x + cosine * y
  }
  return aligned
}

function middle(coordinates: Float32Array, rows: number[]): [number, number] {
  let x = 0
  let y = 0
  for (const i of rows) {
    x += coordinates[2 * i] / rows.length
    y += coordinates[2 * i + 1] / rows.length
  }
  return [x, y]
}
