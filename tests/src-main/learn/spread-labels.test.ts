import { describe, expect, it } from 'vitest'
import { classBeliefs } from '#main/learn/class-beliefs'
import { neighbourGraph } from '#main/learn/neighbour-graph'
import { sharpnessFor } from '#main/learn/sharpness'
import { spreadLabels } from '#main/learn/spread-labels'
import { matrix } from '#main/matrix/matrix'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { random } from '#main/matrix/random'

const points = matrix(40, 3, Float32Array.from({ length: 120 }, random(9).normal))

describe('neighbourGraph', () => {
  it('is symmetric, and its normalised weights keep √degree', async () => {
    const { rows, starts, ends, weights } = neighbourGraph(await nearestNeighboursScan(points, 8), 4)
    const dense = new Float64Array(rows * rows)
    for (let i = 0; i < rows; i++) {
      for (let at = starts[i]; at < starts[i + 1]; at++)
        dense[i * rows + ends[at]] += weights[at]
    }
    for (let i = 0; i < rows; i++) {
      expect(starts[i + 1] - starts[i]).toBeGreaterThanOrEqual(4)
      for (let j = 0; j < rows; j++)
        expect(dense[i * rows + j]).toBeCloseTo(dense[j * rows + i], 6)
    }
  })
})

describe('spreadLabels', () => {
  it('solves F = 0.9 S F + Y', async () => {
    const graph = neighbourGraph(await nearestNeighboursScan(points, 5), 5)
    const known = Float32Array.from({ length: 80 }, random(2).uniform)
    const spread = await spreadLabels(graph, known, 2, async () => {})
    for (let i = 0; i < 40; i++) {
      for (let c = 0; c < 2; c++) {
        let flown = known[i * 2 + c]
        for (let at = graph.starts[i]; at < graph.starts[i + 1]; at++)
          flown += 0.9 * graph.weights[at] * spread[graph.ends[at] * 2 + c]
        expect(Math.abs(spread[i * 2 + c] - flown)).toBeLessThan(2e-3)
      }
    }
  })
})

describe('classBeliefs', () => {
  it('believes in the nearest class mean, never in a class without a photo', () => {
    const space = matrix(4, 1, Float32Array.of(0, 1, 4, 5))
    const beliefs = classBeliefs(space, { rows: [0, 3], classes: [0, 2], classCount: 3 })
    for (let i = 0; i < 4; i++) {
      expect(beliefs[i * 3] + beliefs[i * 3 + 2]).toBeCloseTo(1)
      expect(beliefs[i * 3] > 0.5).toBe(i < 2)
      expect(beliefs[i * 3 + 1]).toBe(0)
    }
  })
})

describe('sharpnessFor', () => {
  const shares = [0.6, 0.4].map(Math.log)

  it('sharpens shares that are always right and blunts those that are as often wrong', () => {
    const logs = Array.from({ length: 60 }, () => Float64Array.from(shares))
    expect(sharpnessFor(logs, logs.map(() => 0))).toBeGreaterThan(3)
    const bold = logs.map(() => Float64Array.of(Math.log(0.95), Math.log(0.05)))
    expect(sharpnessFor(bold, bold.map((_, i) => i % 2))).toBeLessThan(0.5)
  })

  it('leaves shares nearly as they are where there is next to no evidence', () => {
    expect(sharpnessFor([], [])).toBeCloseTo(1, 0)
    expect(sharpnessFor([Float64Array.from(shares)], [0])).toBeLessThan(1.5)
  })
})
