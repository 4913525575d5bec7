import type { ExperimentBench, ExperimentRow } from '#main/app/experiments/experiment'
import { describe, expect, it } from 'vitest'
import { assess } from '#main/app/experiments/assess'
import { experimentPage } from '#main/app/experiments/experiment-page'
import { splitGroups } from '#main/app/experiments/split-groups'
import { experiments } from '#main/app/experiments/table'
import { applyHead } from '#main/learn/apply-head'
import { learnHead } from '#main/learn/learn-head'
import { trainPlainly } from '#main/learn/train-plainly'
import { emptyNeighbours } from '#main/matrix/neighbours'
import { projectionMethods } from '#main/project/table'
import { groupedRows } from '#tests/src-main/matrix/examples'

const groupCount = 6
const vectors = groupedRows(180, 24, groupCount)
const groups = Int32Array.from({ length: 180 }, (_, i) => i % groupCount)

const bench: ExperimentBench = {
  groups,
  names: ['a', 'b & c', 'd', 'e', 'f', 'g'],
  taps: [{ id: '1', title: 'low', vectors: groupedRows(180, 6, groupCount) }, { id: '2', title: 'high', vectors }],
  options: { losses: ['silhouette', 'supcon'], dimensions: [4], labels: 6, seed: 1 },
  learn: async (features, rows, classes, how) => {
    const { head } = await learnHead({ features, rows, classes }, how)
    return { space: await applyHead(features, head), seconds: 1 }
  },
  train: (features, rows, classes, how) => trainPlainly({ features, rows, classes, ...how }),
  assess: request => assess(request),
  map: space => projectionMethods.pca.project({ space, neighbours: emptyNeighbours(space.rows, 0), seed: 0 }),
  report: () => {},
}

describe.each(Object.values(experiments))('$id', (experiment) => {
  it('ends with a table of shares and a map for what it compares', async () => {
    const { rows, maps } = await experiment.run(bench)
    expect(rows.length).toBeGreaterThan(1)
    expect(maps.length).toBeGreaterThan(1)
    const columns = Object.keys(rows[0])
    for (const row of rows as ExperimentRow[]) {
      expect(Object.keys(row)).toEqual(columns)
      for (const column of columns.filter(name => /NN|NMI|shot/.test(name) && row[name] !== null)) {
        expect(row[column]).toBeGreaterThanOrEqual(0)
        expect(row[column]).toBeLessThanOrEqual(1)
      }
    }
    for (const { xy, groups } of maps)
      expect(xy.length).toBe(2 * groups.length)
    const page = experimentPage(experiment, { rows, maps }, bench.names, 'About.')
    expect(page.match(/<svg/g)).toHaveLength(maps.length)
    expect(page).not.toContain('b & c')
    expect(page).not.toMatch(/<script|https?:/)
  })
})

it('holds back photos of every group, and groups as a whole', () => {
  const { labelled, classes, seen, unseen } = splitGroups(groups, groupCount, 0.5, 10, 3)
  expect(labelled.length).toBe(30)
  expect(new Set(classes)).toEqual(new Set([0, 1, 2]))
  expect(seen.length + labelled.length + unseen.length).toBe(180)
  expect(new Set([...labelled, ...seen, ...unseen]).size).toBe(180)
  const seenGroups = new Set([...labelled, ...seen].map(row => groups[row]))
  expect([...unseen].some(row => seenGroups.has(groups[row]))).toBe(false)
})
