import type { BenchRow } from '#tests/bench/bench-row'

/** Every benchmark by name; its code is loaded when it is run. One that takes options of its own gets the words after its name. */
export const benchmarks = {
  effort: async () => (await import('#tests/bench/effort')).run(),
  generalisation: async words => (await import('#tests/bench/generalisation')).run(words),
  index: async () => (await import('#tests/bench/index-rate')).run(),
  learn: async () => (await import('#tests/bench/learn')).run(),
  map: async words => (await import('#tests/bench/map')).run(words),
  newcomer: async words => (await import('#tests/bench/newcomer')).run(words),
  page: async () => (await import('#tests/bench/page')).run(),
  training: async () => (await import('#tests/bench/training')).run(),
} as const satisfies Record<string, (words: string[]) => Promise<BenchRow[]>>
