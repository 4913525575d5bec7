import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SlotPool } from '../../../src-renderer/map/slot-pool'

describe('slot pool', () => {
  it('takes the slot of the key that went unwanted longest', () => {
    const pool = new SlotPool(2)
    pool.claim(10)
    pool.claim(20)
    pool.begin()
    pool.want(10)
    expect(pool.claim(30)).toEqual({ slot: 1, evicted: 20 })
    expect(pool.slotOf(20)).toBe(-1)
    expect(pool.slotOf(10)).toBe(0)
  })

  it('takes nothing from a key that is wanted', () => {
    const pool = new SlotPool(1)
    pool.claim(10)
    pool.begin()
    pool.want(10)
    expect(pool.claim(20)).toBeNull()
    pool.begin()
    expect(pool.claim(20)).toEqual({ slot: 0, evicted: 10 })
  })

  it('starts with what it is given', () => {
    const pool = new SlotPool(3, [[7, 2], [8, 5]])
    expect(pool.slotOf(7)).toBe(2)
    expect(pool.slotOf(8)).toBe(-1)
    expect([pool.claim(1)!.slot, pool.claim(2)!.slot]).toEqual([0, 1])
  })

  it('never gives one slot to two keys', () => {
    const move = fc.record({ key: fc.integer({ min: 0, max: 12 }), kind: fc.constantFrom('want', 'claim', 'release', 'begin') })
    fc.assert(fc.property(fc.array(move, { maxLength: 200 }), (moves) => {
      const pool = new SlotPool(5)
      for (const { key, kind } of moves) {
        if (kind === 'begin')
          pool.begin()
        else if (kind === 'want')
          pool.want(key)
        else if (kind === 'release')
          pool.release(key)
        else if (pool.slotOf(key) < 0)
          pool.claim(key)
        const slots = [...pool.entries()].map(([, slot]) => slot)
        expect(new Set(slots).size).toBe(slots.length)
        expect(slots.every(slot => slot >= 0 && slot < 5)).toBe(true)
      }
    }))
  })
})
