import { describe, expect, it } from 'vitest'
import { expectedCorrections } from '#main/learn/expected-corrections'

/** Four photos, each the neighbour of all others. */
const neighbours = {
  rows: 4,
  k: 3,
  indices: Int32Array.of(1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2),
  distances: new Float32Array(12).fill(1),
}

describe('expected corrections', () => {
  it('counts what would come right by naming a photo: p(k) times what is k and taken for something else', () => {
    // Photo 3 is called 2. The others are taken for 1, sure by 0.6: what is left of each is half 2, half unheard of.
    const inputs = { neighbours, labels: Uint32Array.of(0, 0, 0, 2), guesses: Uint32Array.of(1, 1, 1, 0), confidences: Float32Array.of(0.6, 0.6, 0.6, 0) }
    expect(expectedCorrections(inputs, 3)(0)).toBeCloseTo(0.2 * 3 * 0.2 + 0.2 * 3 * 0.2)
  })

  it('expects nothing where everything is sure, and more the less sure it is', () => {
    const at = (sure: number): number => expectedCorrections({
      neighbours,
      labels: Uint32Array.of(0, 0, 0, 2),
      guesses: Uint32Array.of(1, 1, 1, 0),
      confidences: new Float32Array(4).fill(sure),
    }, 3)(0)
    expect(at(1)).toBe(0)
    expect(at(0.5)).toBeGreaterThan(at(0.9))
  })

  it('asks only so many neighbours, and none that has a label', () => {
    const inputs = { neighbours, labels: Uint32Array.of(0, 0, 0, 2), guesses: Uint32Array.of(1, 1, 1, 0), confidences: Float32Array.of(0.6, 0.6, 0.6, 0) }
    expect(expectedCorrections(inputs, 1)(0)).toBeCloseTo(0.2 * 2 * 0.2 + 0.2 * 2 * 0.2)
  })
})
