import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clustersAt } from '#main/cluster/cluster-tree'
import { buildClusterTree } from '#main/cluster/density-clusters'
import { random } from '#main/matrix/random'
import { groupsAt } from '#tests/src-main/cluster/maps'

const granularities = [
  0,
  0.1,
  0.25,
  0.4,
  0.5,
  0.6,
  0.75,
  0.9,
  1,
]

describe('cluster tree', () => {
  it('finds the groups that are there', async () => {
    const middles: [number, number][] = [
      [-0.8, -0.8],
      [0.8, -0.7],
      [-0.7, 0.8],
      [0.7, 0.7],
    ]
    const found = clustersAt(await buildClusterTree(groupsAt(middles, 200, 0.07)), 0)
    expect(new Set(found).size).toBe(4)
    found.forEach((cluster, i) => expect(cluster).toBe(found[i % 4]))
  })

  it('takes a dozen photos that lie far apart for one group, and one far from all of them for a stray', async () => {
    const from = random(3)
    for (const count of [2, 3, 5, 13]) {
      const scattered = Float32Array.from({ length: 2 * count }, () => from.uniform())
      expect([...clustersAt(await buildClusterTree(scattered), 0)]).toEqual(Array.from<number>({ length: count }).fill(0))
    }
    const scattered = Float32Array.from({ length: 26 }, () => from.uniform())
    expect([...clustersAt(await buildClusterTree(Float32Array.of(...scattered, 9, 9)), 0)]).toEqual([...Array.from<number>({ length: 13 }).fill(0), -1])
  })

  it('only splits clusters as the granularity rises, and keeps the numbers of the others', async () => {
    await fc.assert(fc.asyncProperty(fc.integer(), fc.integer({ min: 1, max: 150 }), fc.constantFrom(0.01, 0.3, 2), fc.boolean(), async (seed, count, spread, onGrid) => {
      const map = groupsAt([
        [0, 0],
        [1, 0],
        [0.4, 1],
        [-2, -1],
      ], count, spread, seed)
      const tree = await buildClusterTree(onGrid
        ? map.map(value => Math.round(value * 3))
        : map)
      tree.parent.forEach((parent, branch) => expect(parent).toBeLessThan(branch))
      let coarse = clustersAt(tree, 0)
      for (const granularity of granularities) {
        const fine = clustersAt(tree, granularity)
        const inside = new Map<number, number>()
        fine.forEach((cluster, i) => {
          expect(cluster < 0).toBe(coarse[i] < 0)
          expect(inside.get(cluster) ?? coarse[i]).toBe(coarse[i])
          inside.set(cluster, coarse[i])
        })
        coarse = fine
      }
    }), { numRuns: 60 })
  })

  it('has more to show at a finer granularity, even in one even crowd', async () => {
    const from = random(2)
    const tree = await buildClusterTree(Float32Array.from({ length: 1200 }, from.uniform))
    const counts = granularities.map(granularity => new Set(clustersAt(tree, granularity)).size)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(counts[0]).toBeLessThanOrEqual(5)
    expect(counts.at(-1)).toBeGreaterThan(35)
    const sizes = new Map<number, number>()
    clustersAt(tree, 1).forEach(cluster => sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1))
    expect(Math.max(...sizes.values())).toBeLessThanOrEqual(16)
  })

  it('gives leftovers to the nearest cluster and leaves out only what is far from everything', async () => {
    const map = new Float32Array([
      ...groupsAt([
        [-0.8, 0],
        [0.8, 0],
      ], 100, 0.05),
      -0.6,
      0.15,
      0.1,
      3,
    ])
    const found = clustersAt(await buildClusterTree(map), 0)
    expect(found[100]).toBe(found[0])
    expect(found[101]).toBe(-1)
    expect([
      ...found.subarray(0, 100),
    ]).not.toContain(-1)
  })

  it('does not depend on the order of the photos', async () => {
    const map = groupsAt([
      [0, 0],
      [1, 1],
      [2, 0],
    ], 90, 0.15)
    const backwards = map.map((_, at) => map[map.length - 2 - (at - at % 2) + at % 2])
    const one = clustersAt(await buildClusterTree(map), 0.5)
    const other = clustersAt(await buildClusterTree(backwards), 0.5).reverse()
    const paired = new Set(Array.from(one, (cluster, i) => `${cluster} ${other[i]}`))
    expect(paired.size).toBe(new Set(one).size)
    expect(paired.size).toBe(new Set(other).size)
    expect(clustersAt(await buildClusterTree(map), 0.5)).toEqual(one)
  })

  it.each([0, 1, 2, 3])('copes with %i photos', async (count) => {
    const found = clustersAt(await buildClusterTree(groupsAt([
      [0, 0],
    ], count, 0)), 0.5)
    expect([...found]).toEqual(Array.from({ length: count }).fill(0))
  })

  it('keeps photos at one place together', async () => {
    const map = new Float32Array(200)
    map.fill(1, 100)
    const found = clustersAt(await buildClusterTree(map), 1)
    expect(new Set(found.subarray(0, 50)).size).toBe(1)
    expect(new Set(found).size).toBe(2)
  })

  it('stops when it is told to', async () => {
    await expect(buildClusterTree(groupsAt([
      [0, 0],
    ], 50, 1), AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
