/** A stream of pseudo-random numbers that is the same, bit for bit, for the same seed on every machine. */
export interface Random {
  /** Uniform in [0, 1), 32 bits of it. */
  uniform: () => number
  /** A whole number, uniform in [0, below). */
  integer: (below: number) => number
  /** Standard normal. */
  normal: () => number
}

/**
 * A generator started from a whole-number seed: sfc32 (Chris Doty-Humphrey's small fast counting generator, which
 * passes PractRand), its 128 bits of state filled from the seed by splitmix32. Normals by Marsaglia's polar method.
 */
export function random(seed: number): Random {
  let state = seed | 0
  const next32 = () => {
    state = (state + 0x9E3779B9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21F0AAAD)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735A2D97)
    return mixed ^ (mixed >>> 15)
  }
  let a = next32()
  let b = next32()
  let c = next32()
  let counter = 1

  const uniform = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((((c << 21) | (c >>> 11)) + sum)) | 0
    return (sum >>> 0) / 4294967296
  }
  // The first numbers still resemble the seed.
  for (let i = 0; i < 12; i++)
    uniform()

  let spare = Number.NaN
  const normal = () => {
    if (!Number.isNaN(spare)) {
      const kept = spare
      spare = Number.NaN
      return kept
    }
    for (;;) {
      const x = uniform() * 2 - 1
      const y = uniform() * 2 - 1
      const square = x * x + y * y
      if (square > 0 && square < 1) {
        const stretch = Math.sqrt(-2 * Math.log(square) / square)
        spare = y * stretch
        return x * stretch
      }
    }
  }

  return {
    uniform,
    normal,
    integer: below => Math.floor(uniform() * below),
  }
}

/** Puts the items in a random order, in place (Fisher and Yates). */
export function shuffle<Items extends { length: number, [at: number]: unknown }>(items: Items, from: Random): Items {
  for (let i = items.length - 1; i > 0; i--) {
    const j = from.integer(i + 1)
    const item = items[i]
    items[i] = items[j]
    items[j] = item
  }
  return items
}
