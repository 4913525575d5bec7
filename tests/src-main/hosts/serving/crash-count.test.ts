import { describe, expect, it } from 'vitest'
import { CrashCount } from '#main/hosts/serving/crash-count'

describe('crashCount', () => {
  it('gives up at the fifth crash within a minute', () => {
    const count = new CrashCount()
    expect([0, 10, 20, 30, 59_999].map(now => count.add(now))).toEqual([false, false, false, false, true])
  })

  it('forgets crashes a minute old', () => {
    const count = new CrashCount()
    expect([
      0,
      10_000,
      20_000,
      30_000,
      60_001,
      70_001,
      80_001,
    ].map(now => count.add(now))).toEqual(Array.from({ length: 7 }).fill(false))
  })
})
