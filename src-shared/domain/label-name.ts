/** A label's name without regard to case, the same on every machine: names for which this is equal mean one label. */
export function foldedName(name: string): string {
  return name.toLowerCase()
}

/**
 * How to find the label that a name means: the one written just so, else the first that differs in case alone. Older
 * libraries may hold two that do, beyond the letters A to Z; each is found by its own spelling.
 */
export function labelFinder<Named extends { name: string }>(labels: readonly Named[]): (name: string) => Named | undefined {
  const written = new Map(labels.map(label => [label.name, label]))
  const folded = new Map([...labels].reverse().map(label => [foldedName(label.name), label]))
  return name => written.get(name) ?? folded.get(foldedName(name))
}
