/** Which of N things belong together, as sets that only ever grow (union by size, path halving: Tarjan 1975). */
export class DisjointSets {
  readonly #parent: Int32Array
  readonly #size: Int32Array

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, i) => i)
    this.#size = new Int32Array(count).fill(1)
  }

  /** The thing that stands for the whole set. */
  find(thing: number): number {
    const parent = this.#parent
    while (parent[thing] !== thing) {
      parent[thing] = parent[parent[thing]]
      thing = parent[thing]
    }
    return thing
  }

  /** How many things the set of `thing` has. */
  sizeOf(thing: number): number {
    return this.#size[this.find(thing)]
  }

  /** Joins two sets and answers what stands for both; the same where they were one already. */
  join(one: number, other: number): number {
    let a = this.find(one)
    let b = this.find(other)
    if (a === b)
      return a
    if (this.#size[a] < this.#size[b])
      [a, b] = [b, a]
    this.#parent[b] = a
    this.#size[a] += this.#size[b]
    return a
  }
}
