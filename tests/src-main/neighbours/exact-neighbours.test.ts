import { describe, expect, it } from 'vitest'
import { matrix } from '#main/matrix/matrix'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { random } from '#main/matrix/random'
import { exactNeighbours } from '#main/neighbours/exact-neighbours'
import { golden, groupedRows, matrixOf } from '#tests/src-main/matrix/examples'

describe('exactNeighbours', () => {
  it('equals scikit-learn, through ONNX Runtime too', async () => {
    const { rows, columns, k, indices, distances } = golden<{ rows: number[], columns: number, k: number, indices: number[], distances: number[] }>('neighbours')
    // Five copies, far apart: enough rows for the network, each copy with neighbours of its own.
    const copies = 5
    const many = matrixOf(Array.from({ length: copies }, (_, copy) => rows.map(value => value + 100 * copy)).flat(), columns)
    const ours = await exactNeighbours(many, k)
    for (let copy = 0; copy < copies; copy++) {
      const from = copy * indices.length
      expect([
        ...ours.indices.subarray(from, from + indices.length),
      ].map(i => i - copy * rows.length / columns)).toEqual(indices)
      distances.forEach((distance, at) => expect(ours.distances[from + at]).toBeCloseTo(distance, 3))
    }
    expect([
      ...(await exactNeighbours(matrixOf(rows, columns), k)).indices,
    ]).toEqual(indices)
  })

  it.each([
    [401, 3, 5],
    [700, 40, 15],
    [450, 200, 30],
  ])('equals the scan for %i rows of %i, k = %i', async (rows, columns, k) => {
    const space = groupedRows(rows, columns, 7, rows)
    space.values.forEach((value, at) => space.values[at] = value + 50)
    const found = await exactNeighbours(space, k)
    const scanned = await nearestNeighboursScan(space, k)
    expect(found.indices).toEqual(scanned.indices)
    expect(found.distances).toEqual(scanned.distances)
  })

  it.each([200, 700])('answers for some of %i rows what it answers for all, in the order asked', async (rows) => {
    const space = groupedRows(rows, 20, 7, rows)
    const all = await exactNeighbours(space, 5)
    const of = Int32Array.of(rows - 1, 3, 150)
    const seen: number[][] = []
    const some = await exactNeighbours(space, 5, { of, onProgress: (done, wanted) => seen.push([done, wanted]) })
    expect(some).toMatchObject({ rows: 3, k: 5 })
    expect(some.indices).toEqual(Int32Array.from([...of].flatMap(i => [...all.indices.subarray(5 * i, 5 * i + 5)])))
    expect(some.distances).toEqual(Float32Array.from([...of].flatMap(i => [...all.distances.subarray(5 * i, 5 * i + 5)])))
    expect(seen.at(-1)).toEqual([3, 3])
  })

  it('leaves each row out though others are the same, and keeps their distance 0', async () => {
    const from = random(3)
    const twins = matrix(600, 8, Float32Array.from({ length: 4800 }, from.normal))
    twins.values.copyWithin(300 * 8, 0, 300 * 8)
    const { indices, distances } = await exactNeighbours(twins, 4)
    for (let i = 0; i < 600; i++) {
      expect(indices[4 * i]).toBe((i + 300) % 600)
      expect(distances[4 * i]).toBe(0)
      expect([
        ...indices.subarray(4 * i, 4 * i + 4),
      ]).not.toContain(i)
    }
  })

  it('finds others where hundreds are the same', async () => {
    const { indices } = await exactNeighbours(matrix(500, 4), 10)
    for (let i = 0; i < 500; i++) {
      expect(new Set([
        i,
        ...indices.subarray(10 * i, 10 * i + 10),
      ]).size).toBe(11)
    }
  })

  it('reports progress and stops when told to', async () => {
    const controller = new AbortController()
    const space = groupedRows(3000, 300, 4)
    const seen: number[] = []
    await expect(exactNeighbours(space, 5, {
      signal: controller.signal,
      onProgress: (done, of) => {
        expect(of).toBe(3000)
        seen.push(done)
        if (seen.length === 2)
          controller.abort()
      },
    })).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(seen).toHaveLength(2)
    expect(seen[1]).toBeGreaterThan(seen[0])
  })
})
