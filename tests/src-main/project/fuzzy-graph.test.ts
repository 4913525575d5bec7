import { describe, expect, it } from 'vitest'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { emptyNeighbours } from '#main/matrix/neighbours'
import { fuzzyGraph } from '#main/project/fuzzy-graph'
import { groupedRows, matrixOf } from '#tests/src-main/matrix/examples'

describe('fuzzyGraph', () => {
  it('is symmetric, ordered, and within (0, 1]', async () => {
    const { heads, tails, weights } = await fuzzyGraph(await nearestNeighboursScan(groupedRows(120, 5, 4), 8), 0)
    const of = new Map(Array.from(heads, (head, e) => [`${head} ${tails[e]}`, weights[e]]))
    expect(of.size).toBe(heads.length)
    heads.forEach((head, e) => {
      expect(of.get(`${tails[e]} ${head}`)).toBe(weights[e])
      expect(weights[e]).toBeGreaterThan(0)
      expect(weights[e]).toBeLessThanOrEqual(1)
      expect(e === 0 || head >= heads[e - 1]).toBe(true)
    })
  })

  it('weighs the nearest 1 and all of a row log₂(k + 1)', async () => {
    const k = 8
    const neighbours = await nearestNeighboursScan(groupedRows(60, 3, 1), k)
    const { heads, tails, weights } = await fuzzyGraph(neighbours, 0)
    const of = new Map(Array.from(heads, (head, e) => [`${head} ${tails[e]}`, weights[e]]))
    for (let i = 0; i < 60; i++) {
      expect(of.get(`${i} ${neighbours.indices[i * k]}`)).toBeCloseTo(1, 12)
      // Joined weights are no less than the row's own, which sum to the aim.
      let sum = 0
      for (let at = i * k; at < (i + 1) * k; at++)
        sum += of.get(`${i} ${neighbours.indices[at]}`)!
      expect(sum).toBeGreaterThan(Math.log2(k + 1) - 1e-3)
    }
  })

  it('leaves light edges out', async () => {
    const neighbours = await nearestNeighboursScan(groupedRows(100, 3, 2), 10)
    const all = await fuzzyGraph(neighbours, 0)
    const some = await fuzzyGraph(neighbours, 0.3)
    expect(some.weights.length).toBe(all.weights.filter(weight => weight >= 0.3).length)
  })

  it('joins identical photos fully and copes with nothing', async () => {
    const same = await fuzzyGraph(await nearestNeighboursScan(matrixOf([1, 1, 1, 1, 1], 1), 3), 0.1)
    expect(same.weights.every(weight => weight === 1)).toBe(true)
    expect((await fuzzyGraph(emptyNeighbours(1, 5), 0)).weights).toHaveLength(0)
  })
})
