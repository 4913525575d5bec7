import type { Matrix } from '#main/matrix/matrix'
import type { Neighbours } from '#main/matrix/neighbours'
import { describe, expect, it } from 'vitest'
import { rowsToLabel } from '#main/learn/rows-to-label'
import { random } from '#main/matrix/random'

const each = 20
const kinds = 3
const rows = each * kinds

/** Three tight heaps, far from each other. */
function heaps(): Matrix {
  const from = random(1)
  const values = Float32Array.from({ length: rows * 2 }, (_, at) => {
    const kind = Math.floor(at / 2 / each)
    return (at % 2 ? kind * kind : kind) * 10 + from.uniform()
  })
  return { rows, columns: 2, values }
}

function nearest({ values }: Matrix, k: number): Neighbours {
  const indices = new Int32Array(rows * k)
  const distances = new Float32Array(rows * k)
  for (let i = 0; i < rows; i++) {
    const away = (j: number): number => Math.hypot(values[2 * i] - values[2 * j], values[2 * i + 1] - values[2 * j + 1])
    const near = Array.from({ length: rows }, (_, j) => j).filter(j => j !== i).sort((a, b) => away(a) - away(b)).slice(0, k)
    indices.set(near, i * k)
    distances.set(near.map(away), i * k)
  }
  return { rows, k, indices, distances }
}

const kindOf = (row: number): number => Math.floor(row / each)

describe('rows to label', () => {
  const space = heaps()
  const neighbours = nearest(space, 15)
  const nothing = { space, neighbours, labels: new Uint32Array(rows), guesses: new Uint32Array(rows), confidences: new Float32Array(rows) }

  it('starts every row with photos of one heap, another heap each time, before anything is known', async () => {
    const found = await rowsToLabel(nothing, 3)
    expect(new Set(found.map(({ photos }) => kindOf(photos[0]))).size).toBe(3)
    for (const { photos, expectedWrong } of found) {
      expect(new Set(Array.from(photos.subarray(0, each), kindOf)).size).toBe(1)
      expect(new Set(photos).size).toBe(photos.length)
      expect(expectedWrong).toBeCloseTo(15)
    }
  })

  it('never shows a photo that has a label, and puts doubt first', async () => {
    const labels = Uint32Array.from({ length: rows }, (_, row) => kindOf(row) === 0 ? 3 : 0)
    const guesses = Uint32Array.from({ length: rows }, (_, row) => kindOf(row))
    const confidences = Float32Array.from({ length: rows }, (_, row) => kindOf(row) === 1 ? 0.95 : 0.4)
    const found = await rowsToLabel({ ...nothing, labels, guesses, confidences }, 5)
    expect(kindOf(found[0].photos[0])).toBe(2)
    expect(found.flatMap(({ photos }) => Array.from(photos)).some(row => labels[row] > 0)).toBe(false)
  })

  it('puts what is wrong together before what is in doubt, each photo by itself', async () => {
    // Heap 0 is labelled. The others are taken for the same, as sure of it; of heap 1 a few have been called 2, of heap 2 each of a few something else.
    const known = (row: number): number => row % each >= 4 ? 0 : kindOf(row) === 1 ? 2 : 3 + row % each
    const labels = Uint32Array.from({ length: rows }, (_, row) => kindOf(row) === 0 ? 1 : known(row))
    const guesses = new Uint32Array(rows).fill(1)
    const confidences = new Float32Array(rows).fill(0.4)
    const [first] = await rowsToLabel({ ...nothing, labels, guesses, confidences }, 1)
    expect(kindOf(first.photos[0])).toBe(1)
  })

  it('has nothing to say when all is labelled, and one photo when one is left', async () => {
    expect(await rowsToLabel({ ...nothing, labels: new Uint32Array(rows).fill(1) }, 5)).toEqual([])
    const left = new Uint32Array(rows).fill(1)
    left[7] = 0
    expect((await rowsToLabel({ ...nothing, labels: left }, 5)).map(({ photos }) => Array.from(photos))).toEqual([[7]])
  })

  it('stops when told to', async () => {
    const abort = new AbortController()
    abort.abort()
    await expect(rowsToLabel(nothing, 5, { signal: abort.signal })).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
