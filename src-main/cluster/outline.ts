import { discContour } from '#main/cluster/disc-contour'

/** Where a cluster lies on the map. */
export interface Outline {
  /** x, y, x, y … of a closed polygon of at most 64 points, in the map's units. */
  readonly polygon: Float32Array
  /** The photo nearest the middle of all: a place inside, where a name may stand. */
  readonly x: number
  readonly y: number
}

export interface OutlineOptions {
  /** Least distance between a photo and the line around it, in the map's units. */
  padding?: number
}

/** This share of a cluster's photos, those farthest from their neighbours, may stay outside its line. */
const outsideShare = 0.05
const mostPoints = 64
const samples = 400
/** The discs' radius, in steps from photo to photo that nine in ten stay below: their rims melt into one. */
const wide = 1.1
/** Rounds of smoothing: enough that where two discs meet no notch remains. */
const rounds = 3

/**
 * A soft line around a cluster's photos on the map `[N, 2]`: the rim of discs around them, wide enough that all but a
 * few grow together, smoothed. Works for one photo (a circle), for photos in a line or at one place.
 * @throws RangeError where there are no photos
 */
export function outline(coordinates: Float32Array, members: ArrayLike<number>, { padding = 0.015 }: OutlineOptions = {}): Outline {
  if (members.length === 0)
    throw new RangeError('A cluster without photos has no outline.')
  const points = new Float64Array(2 * members.length)
  for (let at = 0; at < members.length; at++) {
    points[2 * at] = coordinates[2 * members[at]]
    points[2 * at + 1] = coordinates[2 * members[at] + 1]
  }
  const sampled = thinned(points)
  const { radius, core } = coreOf(sampled, padding)
  let ring = resampled(discContour(core, radius))
  for (let round = 0; round < rounds; round++)
    ring = smoothed(ring)
  const [x, y] = medoid(sampled)
  return {
    polygon: Float32Array.from(ring),
    x,
    y,
  }
}

/** At most some hundred of the points, evenly picked: a line does not need every photo of a large cluster. */
function thinned(points: Float64Array): Float64Array {
  const count = points.length / 2
  if (count <= samples)
    return points
  const kept = new Float64Array(2 * samples)
  for (let at = 0; at < samples; at++) {
    const from = Math.floor(at * count / samples)
    kept.set(points.subarray(2 * from, 2 * from + 2), 2 * at)
  }
  return kept
}

/**
 * The points that the line goes around: all but the loneliest, and between photos that are far apart more of them along
 * the way (Prim's minimum spanning tree, its ends cut), so that discs of an ordinary radius always hang together.
 */
function coreOf(points: Float64Array, padding: number): { radius: number, core: Float64Array } {
  const count = points.length / 2
  const joins = prim(points)
  const allowed = Math.floor(count * outsideShare)
  const sorted = Array.from(joins.keys()).sort((a, b) => joins[b].length - joins[a].length || a - b)
  const cut = new Set<number>()
  let left = allowed
  for (const at of sorted) {
    const few = smallerSide(joins, count, at, cut)
    if (few.length > left)
      break
    left -= few.length
    few.forEach(point => cut.add(point))
  }
  const kept = joins.filter(({ from, to }) => !cut.has(from) && !cut.has(to))
  const lengths = kept.map(({ length }) => length).sort((a, b) => a - b)
  const radius = Math.max(padding, wide * (lengths[Math.floor(lengths.length * 0.9)] ?? 0))
  const core = Array.from({ length: count }, (_, i) => i).filter(i => !cut.has(i)).flatMap(i => [points[2 * i], points[2 * i + 1]])
  for (const { from, to, length } of kept) {
    const between = Math.floor(length / radius)
    for (let step = 1; step <= between; step++) {
      const share = step / (between + 1)
      core.push(
        points[2 * from] + share * (points[2 * to] - points[2 * from]),
        points[2 * from + 1] + share * (points[2 * to + 1] - points[2 * from + 1]),
      )
    }
  }
  return { radius, core: Float64Array.from(core) }
}

interface Join { from: number, to: number, length: number }

function prim(points: Float64Array): Join[] {
  const count = points.length / 2
  const nearest = new Int32Array(count)
  const lengths = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  const joined = new Uint8Array(count)
  const joins: Join[] = []
  for (let current = 0, round = 1; round < count; round++) {
    joined[current] = 1
    let next = -1
    for (let i = 0; i < count; i++) {
      if (joined[i])
        continue
      const length = Math.hypot(points[2 * i] - points[2 * current], points[2 * i + 1] - points[2 * current + 1])
      if (length < lengths[i]) {
        lengths[i] = length
        nearest[i] = current
      }
      if (next < 0 || lengths[i] < lengths[next])
        next = i
    }
    joins.push({ from: nearest[next], to: next, length: lengths[next] })
    current = next
  }
  return joins
}

/** The points that one join alone holds to the rest, where they are the fewer; those cut already are not counted. */
function smallerSide(joins: Join[], count: number, at: number, cut: Set<number>): number[] {
  // Prim's order lists a point after the one it hangs on, so a subtree is found in one pass.
  const below = new Uint8Array(count)
  below[joins[at].to] = 1
  for (let next = at + 1; next < joins.length; next++) {
    if (below[joins[next].from])
      below[joins[next].to] = 1
  }
  const inside: number[] = []
  const rest: number[] = []
  for (let i = 0; i < count; i++) {
    if (!cut.has(i))
      (below[i] ? inside : rest).push(i)
  }
  return inside.length <= rest.length
    ? inside
    : rest
}

/** A ring of evenly spaced points, at most 64. */
function resampled(ring: Float64Array): Float64Array {
  const count = ring.length / 2
  const wanted = Math.min(mostPoints, Math.max(12, count))
  const along = new Float64Array(count + 1)
  for (let i = 0; i < count; i++) {
    const next = (i + 1) % count
    along[i + 1] = along[i] + Math.hypot(ring[2 * next] - ring[2 * i], ring[2 * next + 1] - ring[2 * i + 1])
  }
  const even = new Float64Array(2 * wanted)
  for (let at = 0, i = 0; at < wanted; at++) {
    const place = along[count] * at / wanted
    while (i < count - 1 && along[i + 1] <= place)
      i++
    const share = (place - along[i]) / (along[i + 1] - along[i] || 1)
    const next = (i + 1) % count
    even[2 * at] = ring[2 * i] + share * (ring[2 * next] - ring[2 * i])
    even[2 * at + 1] = ring[2 * i + 1] + share * (ring[2 * next + 1] - ring[2 * i + 1])
  }
  return even
}

/** Each point drawn a little towards its two neighbours, so that the steps of the grid disappear. */
function smoothed(ring: Float64Array): Float64Array {
  return ring.map((value, at) => (2 * value + ring.at(at - 2)! + ring[(at + 2) % ring.length]) / 4)
}

/** The point with the least sum of distances to all. */
function medoid(points: Float64Array): [number, number] {
  const count = points.length / 2
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < count; i++) {
    let sum = 0
    for (let j = 0; j < count && sum < least; j++)
      sum += Math.hypot(points[2 * i] - points[2 * j], points[2 * i + 1] - points[2 * j + 1])
    if (sum < least) {
      least = sum
      best = i
    }
  }
  return [points[2 * best], points[2 * best + 1]]
}
