import type { LossId } from '#main/learn/losses/table'
import type { LossPoint } from '#tests/laws/loss-point'

type ScalarLoss = (point: LossPoint) => number

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, d) => sum + value * b[d], 0)
}

function unit(row: number[]): number[] {
  return row.map(value => value / Math.sqrt(dot(row, row)))
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The mean distance of each row to the others of its class, and to each other class; null where there are none of either. */
function distancesToClasses({ rows, classes }: LossPoint, distance: (i: number, j: number) => number): ({ a: number, others: number[] } | null)[] {
  return rows.map((_, i) => {
    const toClass = (c: number): number => mean(rows.flatMap((_, j) => classes[j] === c && j !== i ? [distance(i, j)] : []))
    const a = toClass(classes[i])
    const others = [...new Set(classes)].filter(c => c !== classes[i]).map(toClass)
    return Number.isNaN(a) || others.length === 0 ? null : { a, others }
  })
}

function silhouetteBy(distance: (point: LossPoint, i: number, j: number) => number): ScalarLoss {
  return (point) => {
    const scores = distancesToClasses(point, (i, j) => distance(point, i, j)).map((to) => {
      const b = to ? Math.min(...to.others) : 0
      return to ? (b - to.a) / Math.max(to.a, b) : 0
    })
    return (1 - mean(scores)) / 2
  }
}

function squared(a: number[], b: number[]): number {
  return a.reduce((sum, value, d) => sum + (value - b[d]) ** 2, 0)
}

/** What a class has of a weight [D][K]: [D]. */
function placeOf(weight: number[][], k: number): number[] {
  return weight.map(row => row[k])
}

function pairsOf(rows: number[][], classes: number[]): { from: number, same: boolean, distance: number }[] {
  return rows.flatMap((a, i) => rows.flatMap((b, j) => i === j ? [] : [{ from: i, same: classes[i] === classes[j], distance: Math.sqrt(squared(a, b)) }]))
}

function middlesOf(rows: number[][], classes: number[]): Map<number, number[]> {
  return new Map([...new Set(classes)].map(c => [c, rows[0].map((_, d) => mean(rows.filter((_, i) => classes[i] === c).map(row => row[d])))]))
}

const crossEntropy: ScalarLoss = ({ rows, classes, weights: { classWeights, classBias: [bias] } }) => mean(rows.map((row, i) => {
  const scores = bias.map((c, k) => c + dot(row, placeOf(classWeights, k)))
  return Math.log(scores.reduce((sum, score) => sum + Math.exp(score), 0)) - scores[classes[i]]
}))

/** Every loss as its formula says it, row by row: slow, and plain to read. */
export const scalarLosses: Record<LossId, ScalarLoss> = {
  'silhouette': silhouetteBy(({ rows }, i, j) => Math.sqrt(squared(rows[i], rows[j]))),
  'cosine-silhouette': silhouetteBy(({ rows }, i, j) => 1 - dot(unit(rows[i]), unit(rows[j]))),
  'soft-silhouette': point => (1 - mean(distancesToClasses(point, (i, j) => Math.sqrt(squared(point.rows[i], point.rows[j]))).map((to) => {
    if (!to)
      return 0
    const sum = (power: number): number => to.others.reduce((total, d) => total + d ** power, 0)
    const b = sum(-7) / sum(-8)
    return (b - to.a) / (to.a ** 8 + b ** 8) ** (1 / 8)
  }))) / 2,
  'mahalanobis-silhouette': silhouetteBy(({ rows, classes, weights: { classScales } }, i, j) => {
    const logs = placeOf(classScales, classes[j])
    return Math.sqrt(rows[i].reduce((sum, value, d) => sum + Math.exp(logs[d] - mean(logs)) * (value - rows[j][d]) ** 2, 0))
  }),
  'supcon': ({ rows, classes }) => {
    const likeness = rows.map(a => rows.map(b => dot(unit(a), unit(b)) / 0.1))
    const perRow = rows.flatMap((_, i) => {
      const others = likeness[i].filter((_, j) => j !== i)
      const all = Math.log(others.reduce((sum, value) => sum + Math.exp(value), 0))
      const own = likeness[i].filter((_, j) => j !== i && classes[j] === classes[i])
      return own.length > 0 ? [mean(own.map(value => all - value))] : []
    })
    return perRow.length > 0 ? mean(perRow) : 0
  },
  'cross-entropy': crossEntropy,
  'contrastive': ({ rows, classes }) => {
    const pairs = pairsOf(rows.map(unit), classes)
    const near = pairs.flatMap(({ same, distance }) => same ? [distance ** 2 / 2] : [])
    const far = pairs.flatMap(({ same, distance }) => same ? [] : [Math.max(0, 1 - distance) ** 2 / 2])
    return (near.length > 0 ? mean(near) : 0) + (far.length > 0 ? mean(far) : 0)
  },
  'triplet': ({ rows, classes }) => {
    const pairs = pairsOf(rows.map(unit), classes)
    const perAnchor = rows.flatMap((_, i) => {
      const own = pairs.filter(({ from, same }) => from === i && same).map(({ distance }) => distance)
      const others = pairs.filter(({ from, same }) => from === i && !same).map(({ distance }) => distance)
      return own.length > 0 && others.length > 0 ? [Math.max(0, 0.2 + Math.max(...own) - Math.min(...others))] : []
    })
    return perAnchor.length > 0 ? mean(perAnchor) : 0
  },
  'semi-hard-triplet': ({ rows, classes }) => {
    const pairs = pairsOf(rows.map(unit), classes).map(pair => ({ ...pair, distance: pair.distance ** 2 }))
    const perPair = pairs.filter(({ same }) => same).flatMap(({ from, distance }) => {
      const strangers = pairs.filter(pair => pair.from === from && !pair.same).map(pair => pair.distance)
      const farther = strangers.filter(away => away > distance)
      const taken = farther.length > 0 ? Math.min(...farther) : Math.max(...strangers)
      return strangers.length > 0 ? [Math.max(0, 0.2 + distance - taken)] : []
    })
    return perPair.length > 0 ? mean(perPair) : 0
  },
  'prototypical': ({ rows, classes }) => {
    const middles = middlesOf(rows, classes)
    return mean(rows.map((row, i) => {
      const scores = [...middles].map(([c, middle]) => ({ c, score: -squared(row, middle) }))
      return Math.log(scores.reduce((sum, { score }) => sum + Math.exp(score), 0)) - scores.find(({ c }) => c === classes[i])!.score
    }))
  },
  'cosine-corel': ({ rows, classes, weights: { classWeights } }) => mean(rows.map((row, i) => {
    const cosines = classWeights[0].map((_, k) => dot(unit(row), unit(placeOf(classWeights, k))))
    const worst = Math.max(0, ...cosines.filter((_, k) => k !== classes[i]))
    return -cosines[classes[i]] / 2 + worst ** 2 / 2
  })),
  'gaussian-corel': ({ rows, classes, weights: { classWeights } }) => mean(rows.map((row, i) => {
    const scores = classWeights[0].map((_, k) => -squared(row, placeOf(classWeights, k)) / 2)
    return -scores[classes[i]] / 2 + Math.log(scores.reduce((sum, score) => sum + Math.exp(score), 0)) / 2
  })),
  'davies-bouldin': ({ rows, classes }) => {
    const middles = [...middlesOf(rows, classes)]
    const widths = new Map(middles.map(([c, middle]) => [c, mean(rows.flatMap((row, i) => classes[i] === c ? [Math.sqrt(squared(row, middle))] : []))]))
    return mean(middles.map(([c, middle]) => Math.max(0, ...middles.filter(([other]) => other !== c).map(([other, far]) =>
      (widths.get(c)! + widths.get(other)!) / Math.max(1e-6, Math.sqrt(squared(middle, far)))))))
  },
  'calinski-harabasz': ({ rows, classes }) => {
    const middles = middlesOf(rows, classes)
    const middle = rows[0].map((_, d) => mean(rows.map(row => row[d])))
    const within = rows.reduce((sum, row, i) => sum + squared(row, middles.get(classes[i])!), 0)
    const between = rows.reduce((sum, _, i) => sum + squared(middles.get(classes[i])!, middle), 0)
    return within / (within + between)
  },
  'dunn': ({ rows, classes }) => {
    const pairs = pairsOf(rows, classes)
    const own = pairs.filter(({ same }) => same).map(({ distance }) => distance)
    const others = pairs.filter(({ same }) => !same).map(({ distance }) => distance)
    return own.length > 0 && others.length > 0 ? Math.max(...own) / (Math.max(...own) + Math.min(...others)) : 0
  },
  // With labels as targets, KL(p ‖ q) is −log q at the label.
  'dec': ({ rows, classes, weights: { centres } }) => mean(rows.map((row, i) => {
    const nearness = centres[0].map((_, k) => 1 / (1 + squared(row, placeOf(centres, k))))
    return -Math.log(nearness[classes[i]] / nearness.reduce((sum, value) => sum + value, 0))
  })),
  'deep-cluster': crossEntropy,
}
