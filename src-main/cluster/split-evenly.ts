/**
 * Splits photos of a map in two compact parts: across the direction in which they spread most, where the sum of squared
 * distances to the parts' middles is least. Returns their numbers in that direction's order and where the second part
 * begins; 0 where all photos are at one place.
 */
export function splitEvenly(coordinates: Float32Array, members: Int32Array): { sorted: Int32Array, at: number } {
  const count = members.length
  let meanX = 0
  let meanY = 0
  for (const i of members) {
    meanX += coordinates[2 * i] / count
    meanY += coordinates[2 * i + 1] / count
  }
  let xx = 0
  let xy = 0
  let yy = 0
  for (const i of members) {
    const x = coordinates[2 * i] - meanX
    const y = coordinates[2 * i + 1] - meanY
    xx += x * x
    xy += x * y
    yy += y * y
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  const along = (i: number) => (coordinates[2 * i] - meanX) * Math.cos(angle) + (coordinates[2 * i + 1] - meanY) * Math.sin(angle)
  const places = Float64Array.from(members, along)
  const ranks = Int32Array.from(members.keys()).sort((a, b) => places[a] - places[b] || members[a] - members[b])

  // With middles at m and −m·n/(N − n), the squares saved are n·m²·N/(N − n): the sum up to n decides.
  let sum = 0
  let most = 0
  let at = 0
  for (let first = 1; first < count; first++) {
    sum += places[ranks[first - 1]]
    const saved = sum * sum / (first * (count - first))
    if (saved > most * (1 + 1e-9) && places[ranks[first]] > places[ranks[first - 1]]) {
      most = saved
      at = first
    }
  }
  return {
    sorted: ranks.map(rank => members[rank]),
    at,
  }
}
