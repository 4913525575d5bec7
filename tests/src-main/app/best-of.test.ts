import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bestOf } from '#main/app/best-of'

const usual = { pixels: 1_000_000, bytes: 300_000, modifiedMs: 1_000, sharpness: 5 }

it('keeps the largest, though another is sharper', () => {
  expect(bestOf([{ ...usual, id: 1, pixels: 4_000_000, sharpness: 2 }, { ...usual, id: 2, sharpness: 9 }])).toEqual({ best: 1, because: 'larger' })
})

it('keeps the sharpest of those about as large', () => {
  expect(bestOf([{ ...usual, id: 1, sharpness: 3 }, { ...usual, id: 2, pixels: 950_000 }])).toEqual({ best: 2, because: 'sharper' })
})

it('keeps what is compressed less, and else the oldest', () => {
  expect(bestOf([{ ...usual, id: 1 }, { ...usual, id: 2, bytes: 900_000 }])).toEqual({ best: 2, because: 'less-compressed' })
  expect(bestOf([{ ...usual, id: 1 }, { ...usual, id: 2, modifiedMs: 5 }])).toEqual({ best: 2, because: 'older' })
})

it('does not depend on the order, and never keeps one that another beats in everything', () => {
  const candidate = fc.record({ pixels: fc.integer({ min: 1, max: 9_000_000 }), bytes: fc.integer({ min: 1, max: 9_000_000 }), modifiedMs: fc.integer({ min: 0, max: 1e9 }), sharpness: fc.double({ min: 0, max: 20, noNaN: true }) })
  fc.assert(fc.property(fc.uniqueArray(candidate, { minLength: 2, maxLength: 6, selector: ({ modifiedMs }) => modifiedMs }), (facts) => {
    const all = facts.map((fact, id) => ({ id, ...fact }))
    const { best } = bestOf(all)
    expect(bestOf([...all].reverse()).best).toBe(best)
    const kept = all[best]
    for (const other of all)
      expect(other.pixels > 1.1 * kept.pixels && other.sharpness > 1.2 * kept.sharpness && other.bytes > 1.1 * kept.bytes).toBe(false)
  }))
})
