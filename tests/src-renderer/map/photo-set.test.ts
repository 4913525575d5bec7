import { describe, expect, it } from 'vitest'
import { cellAt, cellPage, fadeIn, fadeNone, fadeOut, flagFade, photoSetMoved, photoSetOf, photoSetSettled } from '../../../src-renderer/map/photo-set'

const three = { ids: Uint32Array.of(1, 2, 1025), xy: Float32Array.of(0, 0, 1, 0, 0, 1), aspects: Float32Array.of(1.5, 1, 0.5) }

describe('photo set', () => {
  it('lays photos out in their order', () => {
    const set = photoSetOf(three)
    expect([set.count, set.live]).toEqual([3, 3])
    expect(set.rowOf(1025)).toBe(2)
    expect(set.rowOf(99)).toBe(-1)
    expect([set.cells[4 * 2 + cellPage], set.cells[4 * 2 + cellAt]]).toEqual([1, 0])
    expect([set.cells[4 * 1 + cellPage], set.cells[4 * 1 + cellAt]]).toEqual([0, 1])
    expect(set.large[0]).toBe(-1)
    expect(set.aspectOf(0)).toBeCloseTo(1.5)
  })

  it('moves those that stay, fades the new in and the gone out', () => {
    const old = photoSetOf(three)
    old.colours.set([1, 2, 3, 255], 4 * 1)
    old.large[2] = 4
    const set = photoSetMoved(old, 1, Uint32Array.of(2, 7), Float32Array.of(5, 5, 6, 6))
    expect([...set.ids]).toEqual([2, 7, 1, 1025])
    expect([set.count, set.live]).toEqual([4, 2])
    expect(set.positionAt(0, 0)).toEqual([1, 0])
    expect(set.positionAt(0, 0.5)).toEqual([3, 2.5])
    expect(set.positionAt(0, 1)).toEqual([5, 5])
    expect([...set.colours.subarray(0, 4)]).toEqual([1, 2, 3, 255])
    expect(set.large[0]).toBe(4)
    expect([0, 1, 2, 3].map(row => set.flags[4 * row + flagFade])).toEqual([fadeNone, fadeIn, fadeOut, fadeOut])
    expect(set.positionAt(3, 0.7)).toEqual([0, 1])
    expect(set.aspectOf(2)).toBeCloseTo(1.5)
  })

  it('starts a second move from where the first one has got to', () => {
    const first = photoSetMoved(photoSetOf(three), 1, three.ids, Float32Array.of(2, 0, 1, 0, 0, 1))
    const second = photoSetMoved(first, 0.25, three.ids, Float32Array.of(9, 9, 1, 0, 0, 1))
    expect(second.positionAt(0, 0)).toEqual([0.5, 0])
    expect(second.positionAt(0, 1)).toEqual([9, 9])
  })

  it('settles without those that are gone', () => {
    const moved = photoSetMoved(photoSetOf(three), 1, Uint32Array.of(2, 7), Float32Array.of(5, 5, 6, 6), Float32Array.of(2, 0.5))
    const set = photoSetSettled(moved)
    expect([...set.ids]).toEqual([2, 7])
    expect(set.rowOf(1)).toBe(-1)
    expect(set.positionAt(0, 0)).toEqual([5, 5])
    expect(set.flags.every(flag => flag === 0)).toBe(true)
    expect([set.aspectOf(0), set.aspectOf(1)]).toEqual([2, 0.5])
  })

  it('takes a photo back that was fading out', () => {
    const leaving = photoSetMoved(photoSetOf(three), 1, Uint32Array.of(2, 1025), Float32Array.of(1, 0, 0, 1))
    const back = photoSetMoved(leaving, 0.5, three.ids, three.xy, three.aspects)
    expect(back.flags[flagFade]).toBe(fadeIn)
    expect(back.count).toBe(3)
  })
})
