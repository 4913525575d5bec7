/** One figure of a benchmark. */
export interface BenchRow {
  name: string
  ours: number
  /** What it is compared with, measured in the same run; null where there is nothing. */
  peer: number | null
  unit: string
  /** Ours over the peer. */
  ratio: number | null
  /** What the ratio, or without a peer our own figure, should be: `≥ 0.8`, say. Null where it is only told. */
  bar: string | null
}

/** The middle of some figures. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2
}
