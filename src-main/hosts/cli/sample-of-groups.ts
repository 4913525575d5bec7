import { random } from '#main/matrix/random'

/** A share of each group's members, at least one of each, chosen by a seed; in their old order. */
export function sampleOfGroups<T extends { label: string }>(members: readonly T[], share: number, seed: number): T[] {
  const { uniform } = random(seed)
  const chosen = new Set<T>()
  for (const group of Map.groupBy(members, ({ label }) => label).values()) {
    const drawn = group.map(member => ({
      member,
      at: uniform(),
    })).sort((a, b) => a.at - b.at)
    for (const { member } of drawn.slice(0, Math.max(1, Math.round(share * group.length))))
      chosen.add(member)
  }
  return members.filter(member => chosen.has(member))
}
