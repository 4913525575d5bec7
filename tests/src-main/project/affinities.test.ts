import { describe, expect, it } from 'vitest'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { affinities } from '#main/project/affinities'
import { groupedRows, matrixOf } from '#tests/src-main/matrix/examples'

describe('affinities', () => {
  it('sum to 1, are symmetric, and fall with distance', async () => {
    const neighbours = await nearestNeighboursScan(groupedRows(80, 4, 3), 24)
    const { starts, tails, weights } = await affinities(neighbours, 8)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
    const of = new Map<string, number>()
    for (let i = 0; i < 80; i++) {
      for (let at = starts[i]; at < starts[i + 1]; at++)
        of.set(`${i} ${tails[at]}`, (of.get(`${i} ${tails[at]}`) ?? 0) + weights[at])
    }
    for (const [pair, weight] of of)
      expect(of.get(pair.split(' ').reverse().join(' '))).toBeCloseTo(weight, 12)
    for (let i = 0; i < 80; i++)
      expect(of.get(`${i} ${neighbours.indices[i * 24]}`)!).toBeGreaterThan(of.get(`${i} ${neighbours.indices[i * 24 + 23]}`)!)
  })

  it('are spread over about as many neighbours as the perplexity says', async () => {
    const count = 200
    const line = matrixOf(Array.from({ length: count }, (_, i) => i), 1)
    const { starts, weights } = await affinities(await nearestNeighboursScan(line, 60), 10)
    const middle = weights.subarray(starts[100], starts[101])
    const sum = middle.reduce((total, weight) => total + weight, 0)
    // Each of its pairs comes twice, as own and as other view, so the entropy is one bit more.
    const entropy = -middle.reduce((total, weight) => total + (weight > 0
      ? weight / sum * Math.log(weight / sum)
      : 0), 0)
    expect(Math.exp(entropy) / 2).toBeCloseTo(10, 0)
  })

  it('are even among identical photos', async () => {
    const { weights } = await affinities(await nearestNeighboursScan(matrixOf([2, 2, 2, 2], 1), 3), 30)
    weights.forEach(weight => expect(weight).toBeCloseTo(1 / 24, 9))
  })
})
