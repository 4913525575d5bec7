import type { LossId } from '#main/learn/losses/table'

type ScalarLoss = (rows: number[][], classes: number[], weights: number[], bias: number[]) => number

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, d) => sum + value * b[d], 0)
}

function unit(row: number[]): number[] {
  return row.map(value => value / Math.sqrt(dot(row, row)))
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function silhouetteBy(distance: (a: number[], b: number[]) => number): ScalarLoss {
  return (rows, classes) => {
    const scores = rows.map((row, i) => {
      const toClass = (c: number): number =>
        mean(rows.flatMap((other, j) => classes[j] === c && j !== i ? [distance(row, other)] : []))
      const others = [...new Set(classes)].filter(c => c !== classes[i])
      const a = toClass(classes[i])
      const b = Math.min(...others.map(toClass))
      return Number.isNaN(a) || others.length === 0 ? 0 : (b - a) / Math.max(a, b)
    })
    return (1 - mean(scores)) / 2
  }
}

/** Every loss as its formula says it, row by row: slow, and plain to read. */
export const scalarLosses: Record<LossId, ScalarLoss> = {
  'silhouette': silhouetteBy((a, b) => Math.hypot(...a.map((value, d) => value - b[d]))),
  'cosine-silhouette': silhouetteBy((a, b) => 1 - dot(unit(a), unit(b))),
  'supcon': (rows, classes) => {
    const likeness = rows.map(a => rows.map(b => dot(unit(a), unit(b)) / 0.1))
    const perRow = rows.flatMap((_, i) => {
      const others = likeness[i].filter((_, j) => j !== i)
      const all = Math.log(others.reduce((sum, value) => sum + Math.exp(value), 0))
      const own = likeness[i].filter((_, j) => j !== i && classes[j] === classes[i])
      return own.length > 0 ? [mean(own.map(value => all - value))] : []
    })
    return perRow.length > 0 ? mean(perRow) : 0
  },
  'cross-entropy': (rows, classes, weights, bias) => mean(rows.map((row, i) => {
    const scores = bias.map((c, k) => c + dot(row, row.map((_, d) => weights[d * bias.length + k])))
    return Math.log(scores.reduce((sum, score) => sum + Math.exp(score), 0)) - scores[classes[i]]
  })),
}
