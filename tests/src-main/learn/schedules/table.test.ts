import { expect, it } from 'vitest'
import { schedules } from '#main/learn/schedules/table'

for (const [id, { shareAt, ...schedule }] of Object.entries(schedules)) {
  it(`${id} keeps to shares of the rate, more than none, at every step of every length`, () => {
    expect(schedule.id).toBe(id)
    for (const steps of [1, 2, 9, 60, 1000]) {
      const shares = Array.from({ length: steps }, (_, at) => shareAt(at + 1, steps))
      expect(shares.every(share => share > 0 && share <= 1)).toBe(true)
      expect(Math.max(...shares)).toBe(1)
    }
  })
}

it('a cosine rises over a tenth of the steps and falls from there, by half at the half of the way', () => {
  const shares = Array.from({ length: 100 }, (_, at) => schedules.cosine.shareAt(at + 1, 100))
  expect(shares.slice(0, 10)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
  shares.slice(10).forEach((share, at) => expect(share).toBeLessThan(shares[at + 9]))
  expect(shares[54]).toBeCloseTo(0.5, 1)
  expect(shares[99]).toBeLessThan(0.001)
})
