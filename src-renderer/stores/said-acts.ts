import type { Labelling } from '#shared/contract/labels'

/** What undo or redo would do next: in a person's words, and the call it was done for. */
export interface Step {
  words: string | null
  call: string | null
}

/** An act of this page on the labels of photos, so that it can be shown taken back, and done again, before the core has answered. */
export interface SaidAct {
  call: string
  title: string
  photos: Uint32Array
  /** Label ids of the photos before, 0 for none. */
  before: Uint32Array
  /** The label they got, 0 for none. */
  after: number
  /** What undo would do once this is taken back, and redo once it is done again. */
  under: Step
  over: Step
}

/** So many photos the acts that are remembered are about, all together. */
const mostPhotos = 1_000_000

/** This page's acts by their calls, those of late. */
export class SaidActs {
  readonly #acts = new Map<string, SaidAct>()
  #photos = 0

  add(act: SaidAct): void {
    this.#acts.set(act.call, act)
    this.#photos += act.photos.length
    for (const oldest of this.#acts.keys()) {
      if (this.#photos <= mostPhotos || oldest === act.call)
        return
      this.forget(oldest)
    }
  }

  of(call: string | null): SaidAct | undefined {
    return call === null ? undefined : this.#acts.get(call)
  }

  forget(call: string): void {
    this.#photos -= this.#acts.get(call)?.photos.length ?? 0
    this.#acts.delete(call)
  }

  clear(): void {
    this.#acts.clear()
    this.#photos = 0
  }
}

/** The labelling once an act is done, or done again. What could be done again before is lost to a new one. */
export function labellingAfter(before: Labelling, act: SaidAct): Labelling {
  return { ...before, actions: before.actions + 1, undo: act.title, undoCall: act.call, redo: act.over.words, redoCall: act.over.call }
}

/** The labelling once an act is taken back. */
export function labellingWithout(before: Labelling, act: SaidAct): Labelling {
  return { ...before, actions: Math.max(0, before.actions - 1), undo: act.under.words, undoCall: act.under.call, redo: act.title, redoCall: act.call }
}
