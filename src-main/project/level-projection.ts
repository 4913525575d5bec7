/**
 * Turns a map so that it is widest along x, as screens are: the principal axes of its points become the map's own.
 * `[N, 2] float32`, copied; signs are kept as near to the old ones as a turn of at most 90° allows.
 */
export function levelProjection(coordinates: Float32Array): Float32Array {
  const count = coordinates.length / 2
  let [middleX, middleY] = [0, 0]
  for (let i = 0; i < count; i++) {
    middleX += coordinates[2 * i] / count
    middleY += coordinates[2 * i + 1] / count
  }
  let [xx, xy, yy] = [0, 0, 0]
  for (let i = 0; i < count; i++) {
    const x = coordinates[2 * i] - middleX
    const y = coordinates[2 * i + 1] - middleY
    xx += x * x
    xy += x * y
    yy += y * y
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const level = new Float32Array(coordinates.length)
  for (let i = 0; i < count; i++) {
    level[2 * i] = cosine * coordinates[2 * i] + sine * coordinates[2 * i + 1]
    level[2 * i + 1] = cosine * coordinates[2 * i + 1] - sine * coordinates[2 * i]
  }
  return level
}
