import type { Matrix } from '#main/matrix/matrix'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'

/** Features of photos of several kinds, as a backbone might give them, and the kind of each. */
export interface KindsOfFeatures {
  features: Matrix
  kinds: Int32Array
}

/**
 * Kinds that differ along few directions, under noise that is large along a few others: what makes raw neighbours
 * poor and a learnt head worth its while.
 */
export function gaussianFeatures({ perKind, kinds: count, columns, seed }: { perKind: number, kinds: number, columns: number, seed: number }): KindsOfFeatures {
  const { normal } = random(seed)
  const centres = Array.from({ length: count }, () => Float64Array.from({ length: columns }, (_, d) => d < 12 ? normal() : 0))
  const features = matrix(count * perKind, columns)
  const kinds = new Int32Array(count * perKind)
  for (let i = 0; i < features.rows; i++) {
    kinds[i] = i % count
    for (let d = 0; d < columns; d++)
      features.values[i * columns + d] = 2 + centres[kinds[i]][d] + normal() * (d >= 12 && d < 24 ? 2.5 : 0.5)
  }
  return { features, kinds }
}

/** The first `each` photos of every kind below `below`. */
export function someOfEach(kinds: Int32Array, each: number, below = Number.POSITIVE_INFINITY): { rows: number[], classes: number[] } {
  const counts: number[] = []
  const rows = Array.from(kinds.keys()).filter((i) => {
    counts[kinds[i]] = (counts[kinds[i]] ?? 0) + 1
    return kinds[i] < below && counts[kinds[i]] <= each
  })
  return { rows, classes: rows.map(i => kinds[i]) }
}

/** The share of the photos at `asked` whose nearest photo among `known` is of their kind. */
export function nearestAccuracy({ columns, values }: Matrix, kinds: Int32Array, known: number[], asked: number[]): number {
  let right = 0
  for (const i of asked) {
    let least = Number.POSITIVE_INFINITY
    let found = -1
    for (const j of known) {
      let away = 0
      for (let d = 0; d < columns; d++)
        away += (values[i * columns + d] - values[j * columns + d]) ** 2
      if (i !== j && away < least) {
        least = away
        found = kinds[j]
      }
    }
    right += found === kinds[i] ? 1 : 0
  }
  return right / asked.length
}

/** Kinds whose photos come in bursts of six, each much more alike than others of their kind; `bursts` numbers them from 1. */
export function burstsOfFeatures({ burstsPerKind, kinds: count, columns, seed }: { burstsPerKind: number, kinds: number, columns: number, seed: number }): KindsOfFeatures & { bursts: number[] } {
  const scenes = gaussianFeatures({ perKind: burstsPerKind, kinds: count, columns, seed })
  const { normal } = random(seed + 1)
  const inBurst = 6
  const features = matrix(scenes.features.rows * inBurst, columns)
  const of = Array.from({ length: features.rows }, (_, i) => Math.floor(i / inBurst))
  of.forEach((scene, i) => {
    for (let d = 0; d < columns; d++)
      features.values[i * columns + d] = scenes.features.values[scene * columns + d] + 0.1 * normal()
  })
  return { features, kinds: Int32Array.from(of, scene => scenes.kinds[scene]), bursts: of.map(scene => scene + 1) }
}
