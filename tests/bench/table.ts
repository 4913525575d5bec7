import type { BenchRow } from '#tests/bench/bench-row'

/** Every benchmark by name; its code is loaded when it is run. */
export const benchmarks = {
  effort: async () => (await import('#tests/bench/effort')).run(),
  index: async () => (await import('#tests/bench/index-rate')).run(),
  learn: async () => (await import('#tests/bench/learn')).run(),
  map: async () => (await import('#tests/bench/map')).run(),
  training: async () => (await import('#tests/bench/training')).run(),
} as const satisfies Record<string, () => Promise<BenchRow[]>>
