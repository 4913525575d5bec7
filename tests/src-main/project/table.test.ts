import type { ProjectionMethodId } from '#main/project/table'
import type { matrixOf } from '#tests/src-main/matrix/examples'
import { describe, expect, it } from 'vitest'
import { matrix } from '#main/matrix/matrix'
import { nearestNeighbourAccuracy } from '#main/matrix/nearest-neighbour-accuracy'
import { nearestNeighboursScan } from '#main/matrix/nearest-neighbours-scan'
import { trustworthiness } from '#main/matrix/trustworthiness'
import { projectSpace } from '#main/project/project-space'
import { projectionMethods } from '#main/project/table'
import { projectionMethod } from '#shared/contract/map'
import { groupedRows } from '#tests/src-main/matrix/examples'

const ids = Object.keys(projectionMethods) as ProjectionMethodId[]

async function project(id: ProjectionMethodId, space: ReturnType<typeof matrixOf>, more: { seed?: number, previous?: Float32Array, signal?: AbortSignal, onProgress?: (coordinates: Float32Array, done: number) => void } = {}) {
  const method = projectionMethods[id]
  const neighbours = await nearestNeighboursScan(space, method.neighbours(space.rows))
  return projectSpace(method, { space, neighbours, seed: 1, ...more })
}

it('offers what the contract names', () => {
  expect(ids.toSorted()).toEqual([...projectionMethod.options].sort())
})

describe.each(ids)('%s', (id) => {
  const columns = id === 'direct'
    ? 2
    : 12

  it('gives the same map for the same seed, bit for bit', async () => {
    const space = groupedRows(90, columns, 5)
    const map = await project(id, space)
    expect(map).toHaveLength(180)
    expect(await project(id, space)).toEqual(map)
  })

  it('keeps groups together, in standard units', async () => {
    const groups = 4
    const space = groupedRows(120, columns, groups, 3, 6)
    const map = matrix(120, 2, await project(id, space))
    const truth = Array.from({ length: 120 }, (_, i) => i % groups)
    expect(nearestNeighbourAccuracy(await nearestNeighboursScan(map, 3), truth)).toBeGreaterThan(0.97)
    expect(await trustworthiness(space, map, { k: 10 })).toBeGreaterThan(0.8)
    const within = Array.from({ length: 120 }, (_, i) => i).filter(i => Math.abs(map.values[2 * i]) <= 1.0001 && Math.abs(map.values[2 * i + 1]) <= 1.0001)
    expect(within.length).toBeGreaterThanOrEqual(114)
  })

  it.each([0, 1, 2, 3, 5])('has a place for each of %i photos', async (count) => {
    const map = await project(id, groupedRows(count, columns, 1))
    expect(map).toHaveLength(2 * count)
    expect(map.every(Number.isFinite)).toBe(true)
  })

  it('has places for identical photos, also among others', async () => {
    expect((await project(id, matrix(40, columns))).every(Number.isFinite)).toBe(true)
    const mixed = groupedRows(90, columns, 2)
    for (let copy = 1; copy < 40; copy++)
      mixed.values.copyWithin(copy * columns, 0, columns)
    expect((await project(id, mixed)).every(Number.isFinite)).toBe(true)
  })

  it('keeps its bearings when it is made again', async () => {
    const space = groupedRows(100, columns, 5, 8)
    const first = await project(id, space)
    const turned = first.map((_, at) => at % 2 === 0
      ? first[at + 1]
      : first[at - 1])
    turned.set([Number.NaN, Number.NaN], 20)
    const again = await project(id, space, { seed: 2, previous: turned })
    let moved = 0
    let radius = 0
    for (let i = 0; i < 100; i++) {
      if (i === 10)
        continue
      moved += Math.hypot(again[2 * i] - turned[2 * i], again[2 * i + 1] - turned[2 * i + 1])
      radius += Math.hypot(turned[2 * i], turned[2 * i + 1])
    }
    // A map of other bearings would move its photos by more than their distance from the middle.
    expect(moved).toBeLessThan(0.4 * radius)
  })

  it('reports where the photos are', async () => {
    const frames: { coordinates: Float32Array, done: number }[] = []
    await project(id, groupedRows(100, columns, 3), {
      onProgress: (coordinates, done) => frames.push({ coordinates, done }),
    })
    expect(frames.length).toBeGreaterThan(0)
    frames.forEach(({ coordinates, done }, at) => {
      expect(coordinates).toHaveLength(200)
      expect(done).toBeGreaterThan(at === 0
        ? 0
        : frames[at - 1].done)
      expect(done).toBeLessThanOrEqual(1)
    })
  })

  // A space of two dimensions is shown as it is, at once.
  if (id === 'direct')
    return

  it('stops when it is told to', async () => {
    const controller = new AbortController()
    const space = groupedRows(300, columns, 3)
    const neighbours = await nearestNeighboursScan(space, 30)
    const running = projectSpace(projectionMethods[id], {
      space,
      neighbours,
      seed: 1,
      signal: controller.signal,
    })
    controller.abort()
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})

it('shows directly only what has two dimensions', async () => {
  await expect(project('direct', groupedRows(5, 16, 1))).rejects.toMatchObject({
    code: 'DIRECT_NEEDS_TWO_DIMENSIONS',
    usage: true,
    data: { dimensions: 16 },
  })
})
