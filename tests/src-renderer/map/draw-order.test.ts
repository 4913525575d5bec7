import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOf, dotLists, isDrawnLater, isOver, pictureLists, rowsByRoom } from '../../../src-renderer/map/draw-order'
import { filterFound, filterOut, flagFilter, flagSelected, PhotoSet } from '../../../src-renderer/map/photo-set'

const photo = fc.record({
  reach: fc.oneof(fc.constant(0), fc.constant(1e30), fc.float({ min: Math.fround(1e-6), max: 100, noNaN: true })),
  before: fc.nat(),
  colour: fc.constantFrom([0, 0, 0, 0], [255, 0, 0, 255], [255, 0, 0, 90], [255, 0, 0, 120], [0, 0, 255, 255]),
  selected: fc.boolean(),
  filter: fc.constantFrom(0, filterFound, filterOut),
})
const sets = fc.array(photo, { minLength: 1, maxLength: 120 }).map((photos) => {
  const set = new PhotoSet(photos.length, photos.length)
  photos.forEach(({ reach, before, colour, selected, filter }, row) => {
    set.reach[2 * row + 1] = reach
    set.before[row] = before % 7 === 0 ? -1 : before % photos.length
    set.colours.set(colour, 4 * row)
    set.flags[4 * row + flagSelected] = selected ? 255 : 0
    set.flags[4 * row + flagFilter] = filter
  })
  return set
})

function isSameColour(set: PhotoSet, row: number, other: number): boolean {
  const colourOf = (at: number): string => [...set.colours.subarray(4 * at, 4 * at + 3), set.colours[4 * at + 3] === 255].join()
  return colourOf(row) === colourOf(other)
}

/** Whether a photo looks otherwise than the one that covers it from afar. */
function standsOut(set: PhotoSet, row: number): boolean {
  const cover = set.before[row]
  if (isOver(set, row))
    return cover < 0 || !isOver(set, cover)
  return set.colours[4 * row + 3] > 0 && (cover < 0 || isOver(set, cover) || !isSameColour(set, row, cover))
}

describe('the order photos are drawn in', () => {
  it('has those with most room first, as one can tell of two photos', () => {
    fc.assert(fc.property(sets, (set) => {
      const rows = rowsByRoom(set)
      expect([...rows].sort((a, b) => a - b)).toEqual(Array.from({ length: set.count }, (_, row) => row))
      for (let at = 1; at < rows.length; at++)
        expect(isDrawnLater(set, rows[at], rows[at - 1])).toBe(true)
    }))
  })

  it('leaves out from afar who has too little room', () => {
    fc.assert(fc.property(sets, fc.float({ min: Math.fround(1e-6), max: 120, noNaN: true }), (set, least) => {
      const rows = rowsByRoom(set)
      const drawn = new Set(rows.subarray(0, countOf(set, rows, least)))
      for (let row = 0; row < set.count; row++) {
        const reach = set.reach[2 * row + 1]
        if (reach >= least || reach < 0.85 * least)
          expect(drawn.has(row)).toBe(reach >= least)
      }
    }))
  })

  it('has each photo in one list of dots and one of pictures, by whether it is over the rest and must be seen', () => {
    fc.assert(fc.property(sets, (set) => {
      const byRoom = rowsByRoom(set)
      const { crowd, seen, crowdOver, seenOver } = dotLists(set, byRoom)
      const { under, over } = pictureLists(set, byRoom)
      const place = new Map([...byRoom].map((row, at) => [row, at]))
      for (const lists of [[crowd, seen, crowdOver, seenOver], [under, over]])
        expect(lists.flatMap(rows => [...rows]).sort((a, b) => a - b)).toEqual(Array.from({ length: set.count }, (_, row) => row))
      for (const rows of [crowd, seen, crowdOver, seenOver, under, over])
        expect([...rows].map(row => place.get(row)!)).toEqual([...rows].map(row => place.get(row)!).sort((a, b) => a - b))
      expect([...crowd, ...seen, ...under].some(row => isOver(set, row))).toBe(false)
      expect([...crowdOver, ...seenOver, ...over].every(row => isOver(set, row))).toBe(true)
      expect([...crowd, ...crowdOver].some(row => standsOut(set, row) || set.reach[2 * row + 1] === 0)).toBe(false)
      expect([...seen, ...seenOver].every(row => standsOut(set, row) || set.reach[2 * row + 1] === 0)).toBe(true)
    }))
  })
})
