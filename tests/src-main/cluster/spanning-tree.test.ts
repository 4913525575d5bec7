import fc from 'fast-check'
import { expect, it } from 'vitest'
import { coreDistances } from '#main/cluster/core-distances'
import { DisjointSets } from '#main/cluster/disjoint-sets'
import { kdTree } from '#main/cluster/kd-tree'
import { spanningTree } from '#main/cluster/spanning-tree'
import { pace } from '#main/matrix/pace'
import { groupsAt } from '#tests/src-main/cluster/maps'

it('spans all points at least cost, as Kruskal finds it among all pairs', async () => {
  await fc.assert(fc.asyncProperty(fc.integer(), fc.integer({ min: 1, max: 90 }), fc.boolean(), async (seed, count, onGrid) => {
    const map = groupsAt([
      [0, 0],
      [3, 1],
    ], count, 1, seed)
    const tree = kdTree(onGrid
      ? map.map(Math.round)
      : map)
    const core = await coreDistances(tree, 4, pace('Test'))
    const { from, to, lengths } = await spanningTree(tree, core, pace('Test'))

    const far = (a: number, b: number) => Math.hypot(tree.points[2 * a] - tree.points[2 * b], tree.points[2 * a + 1] - tree.points[2 * b + 1])
    for (let a = 0; a < count; a++) {
      const sorted = Array.from({ length: count }, (_, b) => b).filter(b => b !== a).map(b => far(a, b)).sort((p, q) => p - q)
      expect(core[a]).toBeCloseTo(sorted[Math.min(3, sorted.length - 1)] ?? 0, 9)
    }
    const pairs: { a: number, b: number, length: number }[] = []
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < a; b++) {
        pairs.push({
          a,
          b,
          length: Math.max(core[a], core[b], far(a, b)),
        })
      }
    }
    const sets = new DisjointSets(count)
    const expected: number[] = []
    for (const { a, b, length } of pairs.sort((p, q) => p.length - q.length)) {
      if (sets.find(a) !== sets.find(b)) {
        sets.join(a, b)
        expected.push(length)
      }
    }
    expect(lengths).toHaveLength(count - 1)
    lengths.forEach((length, at) => {
      expect(length).toBeCloseTo(expected[at], 9)
      expect(length).toBeCloseTo(Math.max(core[from[at]], core[to[at]], far(from[at], to[at])), 9)
    })
    const joined = new DisjointSets(count)
    from.forEach((a, at) => joined.join(a, to[at]))
    expect(joined.sizeOf(0)).toBe(count)
  }), { numRuns: 50 })
})
