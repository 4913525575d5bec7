import { describe, expect, it } from 'vitest'
import { RunningRate } from '#main/embed/running-rate'

describe('runningRate', () => {
  it('is what was done over the time it took', () => {
    const rate = new RunningRate(1000)
    expect(rate.perSecond(1500)).toBe(0)
    rate.add(10, 2000)
    expect(rate.perSecond(2000)).toBe(10)
    rate.add(30, 3000)
    expect(rate.perSecond(3000)).toBe(20)
  })

  it('forgets what is longer ago than its window', () => {
    const rate = new RunningRate(0, 5000)
    for (let second = 1; second <= 60; second++) {
      rate.add(second <= 30
        ? 100
        : 10, second * 1000)
    }
    expect(rate.perSecond(60_000)).toBe(10)
  })

  it('starts afresh after a pause', () => {
    const rate = new RunningRate(0)
    rate.add(10, 1000)
    rate.restart(100_000)
    rate.add(5, 101_000)
    expect(rate.perSecond(101_000)).toBe(5)
  })
})
