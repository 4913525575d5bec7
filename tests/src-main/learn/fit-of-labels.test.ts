import type { MatrixProducts } from '#main/learn/matrix-products'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fitOfLabels } from '#main/learn/fit-of-labels'
import { openMatrixProducts } from '#main/learn/matrix-products'
import { matrix } from '#main/matrix/matrix'
import { neighbourVotes } from '#main/matrix/nearest-neighbour-accuracy'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { silhouetteScores } from '#main/matrix/silhouette-scores'
import { groupedRows } from '#tests/src-main/matrix/examples'

let products: MatrixProducts
beforeAll(async () => void (products = await openMatrixProducts()))
afterAll(() => products.release())

const classesOf = (count: number, groups: number): Int32Array => Int32Array.from({ length: count }, (_, row) => row % groups)

it('measures up to 2,048 photos exactly', async () => {
  const [rows, classes] = [groupedRows(300, 6, 3, 4, 1), classesOf(300, 3)]
  const { silhouettes, votes } = await fitOfLabels(rows, classes, products)
  expect([...silhouettes]).toEqual([...Float32Array.from(await silhouetteScores(rows, classes))])
  expect([...votes]).toEqual([...neighbourVotes(await nearestNeighboursScan(rows, 1), classes)])
})

it('measures more by 2,048 of them, near what all of them say, a class of three no worse', { timeout: 60_000 }, async () => {
  const rows = groupedRows(5000, 6, 3, 4, 1)
  const classes = classesOf(5000, 3).map((of, row) => row > 4994 && of === 0 ? 3 : of)
  const { silhouettes, votes } = await fitOfLabels(rows, classes, products)
  const exact = await silhouetteScores(rows, classes)
  const missed = Array.from(silhouettes, (value, row) => Math.abs(value - exact[row]))
  expect(Math.max(...missed)).toBeLessThan(0.1)
  expect(missed.reduce((sum, miss) => sum + miss) / missed.length).toBeLessThan(0.02)
  const right = (of: Int32Array): number => of.reduce((sum, vote, row) => sum + (vote === classes[row] ? 1 : 0), 0) / of.length
  expect(right(votes)).toBeGreaterThan(right(neighbourVotes(await nearestNeighboursScan(rows, 1), classes)) - 0.03)
})

it('gives 0 where there is nothing to compare with', { timeout: 60_000 }, async () => {
  const alone = Int32Array.from({ length: 2100 }, (_, row) => row === 7 ? 1 : 0)
  expect((await fitOfLabels(groupedRows(2100, 3, 2), alone, products)).silhouettes[7]).toBe(0)
  expect((await fitOfLabels(groupedRows(2100, 3, 2), new Int32Array(2100), products)).silhouettes.every(value => value === 0)).toBe(true)
  expect((await fitOfLabels(matrix(0, 3), new Int32Array(), products)).silhouettes).toHaveLength(0)
})
