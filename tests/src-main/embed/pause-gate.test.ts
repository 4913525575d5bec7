import { describe, expect, it } from 'vitest'
import { PauseGate } from '#main/embed/pause-gate'

describe('pauseGate', () => {
  it('holds while paused, through pausing again, until resumed', async () => {
    const gate = new PauseGate()
    await gate.passed()
    gate.pause()
    gate.pause()
    let through = false
    const waiting = gate.passed().then(() => through = true)
    await new Promise(resolve => setImmediate(resolve))
    expect([through, gate.paused]).toEqual([false, true])
    gate.resume()
    await waiting
    expect([through, gate.paused]).toEqual([true, false])
  })

  it('lets go when the work is aborted', async () => {
    const gate = new PauseGate()
    const stop = new AbortController()
    gate.pause()
    const waiting = gate.passed(stop.signal)
    stop.abort()
    await waiting
    await gate.passed(stop.signal)
    expect(gate.paused).toBe(true)
  })
})
