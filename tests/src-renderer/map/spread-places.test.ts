import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heapsOf } from '#tests/bench/map/heaps'
import { spreadPlaces } from '../../../src-renderer/map/spread-places'

const never = new AbortController().signal
const coordinate = fc.float({ min: -1, max: 1, noNaN: true })

describe('spreading', () => {
  it('gives each photo a cell of its own', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 150 }), fc.float({ min: Math.fround(0.01), max: 1, noNaN: true }), async (points, cell) => {
      const places = (await spreadPlaces(Float32Array.from(points.flat()), cell, never))!
      const cells = new Set(points.map((_, row) => `${Math.round(places[2 * row] / cell)} ${Math.round(places[2 * row + 1] / cell)}`))
      expect(cells.size).toBe(points.length)
    }), { numRuns: 60 })
  })

  it('leaves photos where they are, but for half a cell, if there is room', async () => {
    const xy = Float32Array.from({ length: 200 }, (_, at) => (at % 2 ? Math.floor(at / 20) : (at / 2) % 10) * 0.31)
    const places = (await spreadPlaces(xy, 0.3, never))!
    expect(Math.max(...places.map((value, at) => Math.abs(value - xy[at])))).toBeLessThan(0.45)
  })

  it('moves a crowd no farther than a disc of its size must, and keeps who was near near', async () => {
    const { of, xy } = heapsOf(3_000, 0)
    const cell = 0.02
    const places = (await spreadPlaces(xy, cell, never))!
    let moved = 0
    for (let row = 0; row < of.length; row++)
      moved += Math.hypot(places[2 * row] - xy[2 * row], places[2 * row + 1] - xy[2 * row + 1]) / of.length
    // A crowd of n photos fills a disc of radius √(n / π) cells; all of them in one would be that far from their place.
    const largest = Math.max(...Array.from({ length: Math.max(...of) + 1 }, (_, heap) => of.filter(one => one === heap).length))
    expect(moved).toBeLessThan(cell * Math.sqrt(largest / Math.PI))
    expect(sharedNeighbours(xy, places, 12)).toBeGreaterThan(0.5)
  })

  it('lays a pile of photos in one place out in a disc about it', async () => {
    const places = (await spreadPlaces(new Float32Array(2 * 400).fill(0.5), 0.01, never))!
    const far = Array.from({ length: 400 }, (_, row) => Math.hypot(places[2 * row] - 0.5, places[2 * row + 1] - 0.5))
    expect(Math.max(...far)).toBeLessThan(0.01 * (Math.sqrt(400 / Math.PI) + 1))
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const spreading = spreadPlaces(heapsOf(50_000, 0).xy, 0.05, stop.signal)
    stop.abort()
    expect(await spreading).toBeNull()
  })
})

/** The share of each photo's nearest `k` that are still among its nearest 2 k: of a sample. */
function sharedNeighbours(before: Float32Array, after: Float32Array, k: number): number {
  const count = before.length / 2
  const nearest = (xy: Float32Array, row: number, k: number): Set<number> => new Set(Array.from({ length: count }, (_, other) => other)
    .filter(other => other !== row)
    .map(other => [Math.hypot(xy[2 * other] - xy[2 * row], xy[2 * other + 1] - xy[2 * row + 1]), other])
    .sort((a, b) => a[0] - b[0])
    .slice(0, k)
    .map(([, other]) => other))
  let shared = 0
  let asked = 0
  for (let row = 0; row < count; row += 50) {
    const still = nearest(after, row, 2 * k)
    for (const other of nearest(before, row, k)) {
      asked++
      shared += still.has(other) ? 1 : 0
    }
  }
  return shared / asked
}
