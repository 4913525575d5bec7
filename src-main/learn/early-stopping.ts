/**
 * Whether the last `patience` scores brought no more than `least` over the best of those before them, so that a
 * training may stop. Source: Prechelt 1998, Early Stopping - But When?
 *
 * @param scores the higher the better, one for each round so far
 */
export function shouldStop(scores: readonly number[], patience: number, least = 0): boolean {
  const before = scores.slice(0, -patience)
  return before.length > 0 && Math.max(...scores.slice(-patience)) - Math.max(...before) <= least
}
