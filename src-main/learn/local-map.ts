import type { Matrix } from '#main/matrix/matrix'
import { multiply } from '#main/learn/multiply'
import { squaredDistance } from '#main/matrix/distance'
import { kMeans } from '#main/matrix/k-means'
import { matrix, takeRows } from '#main/matrix/matrix'
import { principalComponents, projectOnto } from '#main/matrix/principal-components'

/**
 * Where in an embedding the places of a map are: every photo belongs to each of them by how near it lies,
 * p = softmax(−|e − centre|² / reach), and lies on the map at the mean of their coordinates, weighed so, and a little
 * away from there as it differs from them, so that photos of one place do not hide each other. What bends is in the
 * places; the coordinates, which are learnt, enter linearly.
 *
 * Source: normalised radial basis functions, Moody and Darken 1989, Fast Learning in Networks of Locally-Tuned
 * Processing Units, equation 3.
 */
export interface LocalMap {
  /** [K, D] float32 */
  centres: Matrix
  /** In squared units of the embedding. */
  reach: number
  /** [K, 2] float32: the centres along their own main directions, of unit mean square: where learning starts. */
  start: Matrix
  /** [D, 2] float32: the main directions in which photos differ from their centre, to coordinates of unit mean square. */
  around: Matrix
}

/** With fewer places labels share them; with more, a held-out photo falls between those that labels moved. */
const places = 32
const sampled = 2000
const rounds = 10
/** Of the mean squared distance to the nearest centre. */
const reachOfSpread = 0.5
/** How far photos spread about their place, of how far places spread over the map. */
const spreadOfMap = 0.05

/** Places in an embedding [N, D] by k-means over at most 2,000 of its rows. @throws CANCELLED */
export async function localMap(embedding: Matrix, { seed, signal }: { seed: number, signal?: AbortSignal }): Promise<LocalMap> {
  const { rows, columns } = embedding
  const step = Math.max(1, rows / sampled)
  const sample = takeRows(embedding, Array.from({ length: Math.min(rows, sampled) }, (_, i) => Math.floor(i * step)))
  const { centres, of } = await kMeans(sample, Math.max(2, Math.min(places, sample.rows >> 2)), { seed, rounds, signal })
  const away = matrix(sample.rows, columns, sample.values.map((value, at) => value - centres.values[of[Math.floor(at / columns)] * columns + at % columns]))
  const spread = away.values.reduce((sum, value) => sum + value * value, 0) / sample.rows
  const { components, variances } = await principalComponents(away, 2, { seed, signal })
  const aside = Math.sqrt(variances[0] + variances[1])
  const start = await projectOnto(centres, await principalComponents(centres, 2, { seed, signal }), signal)
  const length = Math.sqrt(start.values.reduce((sum, value) => sum + value * value, 0) / start.values.length)
  return {
    centres,
    // Where photos are all but copies of the centres, each belongs to its own.
    reach: Math.max(reachOfSpread * spread, 1e-6),
    start: matrix(centres.rows, 2, start.values.map(value => length > 0 ? value / length : 0)),
    around: matrix(columns, 2, Float32Array.from({ length: 2 * columns }, (_, at) => aside > 0 ? components.values[at % 2 * columns + (at >> 1)] / aside : 0)),
  }
}

/**
 * The learnt coordinates and the spread about them as one linear map of belongings and embedding: a photo lies at
 * p · places + e · aside.
 */
export function spreadAbout({ centres, around }: LocalMap, coordinates: Matrix): { places: Matrix, aside: Matrix } {
  const size = Math.sqrt(coordinates.values.reduce((sum, value) => sum + value * value, 0) / coordinates.rows)
  const aside = matrix(around.rows, 2, around.values.map(value => value * spreadOfMap * size))
  const atCentres = multiply(centres, aside)
  return { places: matrix(coordinates.rows, 2, coordinates.values.map((value, at) => value - atCentres.values[at])), aside }
}

/** How far each row of an embedding belongs to each place: [N, K] float32, rows of sum 1. */
export function belongings({ rows, columns, values }: Matrix, { centres, reach }: LocalMap): Matrix {
  const shares = matrix(rows, centres.rows)
  const distances = new Float64Array(centres.rows)
  for (let i = 0; i < rows; i++) {
    let least = Infinity
    for (let k = 0; k < centres.rows; k++) {
      distances[k] = squaredDistance(values, i * columns, centres.values, k * columns, columns)
      least = Math.min(least, distances[k])
    }
    let sum = 0
    for (let k = 0; k < centres.rows; k++)
      sum += distances[k] = Math.exp((least - distances[k]) / reach)
    for (let k = 0; k < centres.rows; k++)
      shares.values[i * centres.rows + k] = distances[k] / sum
  }
  return shares
}
