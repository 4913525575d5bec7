import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apart, firstReach, nearest, roomShare, Thinning } from '../../../src-renderer/map/thinning'

const coordinate = fc.float({ min: -1, max: 1, noNaN: true })
const photos = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 5_000 }), coordinate, coordinate), { selector: ([id]) => id, minLength: 1, maxLength: 200 })
  .map(all => all.sort((a, b) => a[0] - b[0]))

function thin(all: [number, number, number][], may?: (row: number) => boolean): Float32Array {
  const thinning = new Thinning(Uint32Array.from(all, ([id]) => id), Float32Array.from(all.flatMap(([, x, y]) => [x, y])), may)
  while (!thinning.isDone)
    thinning.run(0)
  return thinning.reach
}

function far([, x, y]: number[], [, otherX, otherY]: number[]): number {
  return Math.max(Math.abs(x - otherX), Math.abs(y - otherY))
}

/** The order photos come in, found by text. */
function before(a: number, b: number): boolean {
  const backward = (id: number): string => [...id.toString(2).padStart(32, '0')].reverse().join('')
  return backward(a) < backward(b)
}

describe('thinning', () => {
  it('gives each photo the distance to the nearest that comes before it', () => {
    fc.assert(fc.property(photos, (all) => {
      const reach = thin(all)
      for (const [row, photo] of all.entries()) {
        const earlier = all.filter(other => before(other[0], photo[0]))
        expect(reach[row]).toBeCloseTo(earlier.length > 0 ? Math.min(...earlier.map(other => far(photo, other))) : reach[row], 5)
        expect(earlier.length === 0).toBe(reach[row] > 1e29)
      }
    }), { numRuns: 60 })
  })

  it('shows no two pictures on one another, and none less when nearer by', () => {
    fc.assert(fc.property(photos, fc.float({ min: 1, max: 1_000, noNaN: true }), (all, scale) => {
      const reach = thin(all)
      const shown = (scale: number, size: number): number[] => [...all.keys()].filter(row => roomShare(reach[row], scale, size) > 0)
      const rows = shown(scale, 40)
      for (const one of rows) {
        for (const other of rows)
          expect(one === other || far(all[one], all[other]) * scale >= nearest * 40 * 0.999).toBe(true)
      }
      // Thumbnails grow slower than distances.
      const nearer = shown(2 * scale, 60)
      expect(rows.every(row => nearer.includes(row))).toBe(true)
    }), { numRuns: 60 })
  })

  it('has room for no other photo where one is left out for want of it', () => {
    fc.assert(fc.property(photos, (all) => {
      const reach = thin(all)
      const whole = (row: number): boolean => roomShare(reach[row], 100, 30) > 0
      for (const row of all.keys())
        expect(whole(row) || all.some((other, at) => at !== row && far(all[row], other) * 100 < apart * 30)).toBe(true)
    }), { numRuns: 60 })
  })

  it('lets those that do not count take no room', () => {
    fc.assert(fc.property(photos, (all) => {
      const reach = thin(all, row => row % 2 === 0)
      const alone = thin(all.filter((_, row) => row % 2 === 0))
      expect([...reach].filter((_, row) => row % 2 === 0)).toEqual([...alone])
      expect([...reach].every((value, row) => row % 2 === 0 || value === 0)).toBe(true)
    }), { numRuns: 40 })
  })

  it('copes with many photos in one place', () => {
    const reach = thin(Array.from({ length: 300 }, (_, at) => [at + 1, 0.5, 0.5]))
    expect([...reach].filter(value => value > 0)).toHaveLength(1)
  })
})

it('says at first of photos that lie upon another when the whole map is seen that they have no room', () => {
  fc.assert(fc.property(photos, (all) => {
    const reach = firstReach(Float32Array.from(all.flatMap(([, x, y]) => [x, y])), all.length)
    const extent = Math.max(...[1, 2].map(axis => Math.max(...all.map(photo => photo[axis])) - Math.min(...all.map(photo => photo[axis]))))
    for (const [row, photo] of all.entries()) {
      const nearby = all.slice(0, row).some(other => far(photo, other) <= 1.001 * extent / 1000)
      expect(reach[row] > 0 && !nearby).toBe(false)
    }
  }))
  expect([...firstReach([0, 0, 1, 1, 1, 1, 0.5, 0.5, 0, 0.0001], 5)]).toEqual([0, 0, Math.fround(0.001), 0, Math.fround(0.001)])
  expect([...firstReach([2, 2, 2, 2], 2)]).toEqual([0, 0])
})
