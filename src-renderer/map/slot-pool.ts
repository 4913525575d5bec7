/**
 * Shares a fixed number of slots among keys; when all are taken, the key that went unwanted longest gives its slot up.
 * A key wanted since the last `begin` keeps its slot.
 */
export class SlotPool {
  readonly capacity: number
  /** Keys in the order in which they were last wanted, the newest at the end. */
  readonly #slots = new Map<number, number>()
  readonly #free: number[] = []
  #wanted = new Set<number>()

  /** `kept`: keys that have a slot from the start, as pairs; slots at or above the capacity are dropped. */
  constructor(capacity: number, kept: Iterable<[key: number, slot: number]> = []) {
    this.capacity = capacity
    for (const [key, slot] of kept) {
      if (slot < capacity)
        this.#slots.set(key, slot)
    }
    const taken = new Set(this.#slots.values())
    for (let slot = capacity - 1; slot >= 0; slot--) {
      if (!taken.has(slot))
        this.#free.push(slot)
    }
  }

  get size(): number {
    return this.#slots.size
  }

  /** Starts a new round: nothing is wanted yet. */
  begin(): void {
    this.#wanted = new Set()
  }

  /** The slot of a key that is wanted now; −1 where it has none. */
  want(key: number): number {
    this.#wanted.add(key)
    const slot = this.#slots.get(key)
    if (slot === undefined)
      return -1
    this.#slots.delete(key)
    this.#slots.set(key, slot)
    return slot
  }

  isWanted(key: number): boolean {
    return this.#wanted.has(key)
  }

  /** A slot for a key that has none, and the key that lost it; null while every slot is wanted. */
  claim(key: number): { slot: number, evicted: number | null } | null {
    const free = this.#free.pop()
    if (free !== undefined) {
      this.#slots.set(key, free)
      return { slot: free, evicted: null }
    }
    for (const [old, slot] of this.#slots) {
      if (this.#wanted.has(old))
        continue
      this.#slots.delete(old)
      this.#slots.set(key, slot)
      return { slot, evicted: old }
    }
    return null
  }

  release(key: number): void {
    const slot = this.#slots.get(key)
    if (slot === undefined)
      return
    this.#slots.delete(key)
    this.#free.push(slot)
  }

  slotOf(key: number): number {
    return this.#slots.get(key) ?? -1
  }

  /** Keys and their slots. */
  entries(): IterableIterator<[key: number, slot: number]> {
    return this.#slots.entries()
  }
}
