import { describe, expect, it } from 'vitest'
import { axisOf, broadcastShapes, knownSizes, reduceShape, showShape } from '#main/graph/shapes'

describe('shapes', () => {
  it('broadcast from the last size, symbols with themselves and with 1', () => {
    expect(broadcastShapes(['N', 1, 3], [4, 1], [])).toEqual(['N', 4, 3])
    expect(broadcastShapes(['N', 1], ['N', 2])).toEqual(['N', 2])
    expect(() => broadcastShapes(['N'], ['M'])).toThrow(/do not broadcast/)
    expect(() => broadcastShapes([2], [3])).toThrow(/do not broadcast/)
  })

  it('count axes from either end and lose them or keep them', () => {
    expect([axisOf(-1, 3), axisOf(0, 3)]).toEqual([2, 0])
    expect(() => axisOf(3, 3)).toThrow(expect.objectContaining({ code: 'GRAPH_MISTAKE' }))
    expect(reduceShape(['N', 2, 3], [-1, 0], false)).toEqual([2])
    expect(reduceShape(['N', 2, 3], [-1, 0], true)).toEqual([1, 2, 1])
    expect(() => knownSizes(['N'], 'this')).toThrow(/this needs known sizes/)
    expect(showShape(['N', 2])).toBe('[N, 2]')
  })
})
