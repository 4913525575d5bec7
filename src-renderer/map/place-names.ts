import type { Viewport } from './camera'

/** A name that wants a place on the canvas; all in CSS px. */
export interface NameWish {
  /** Where its middle should stand; outside the canvas it is drawn to the edge, so far as the cluster is in sight. */
  x: number
  y: number
  width: number
  height: number
  /** The cluster's box on the canvas: a name leaves it by no more than its own height. */
  left: number
  right: number
  top: number
  bottom: number
  /** Larger is more important. */
  weight: number
  /** It was shown before: it stays unless something weightier needs the place, so that nothing flickers. */
  shown: boolean
}

export interface NamePlace { x: number, y: number }

const edge = 8
const apart = 4
const stayBonus = 1.25

/** A place for each name, null for those that would cover a weightier one or whose cluster is out of sight. */
export function placeNames(wishes: NameWish[], viewport: Viewport): (NamePlace | null)[] {
  const places: (NamePlace | null)[] = wishes.map(() => null)
  const order = wishes.map((_, at) => at).sort((a, b) => importance(wishes[b]) - importance(wishes[a]) || a - b)
  const taken: number[] = []
  for (const at of order) {
    const wish = wishes[at]
    if (wish.right < 0 || wish.left > viewport.width || wish.bottom < 0 || wish.top > viewport.height)
      continue
    const x = within(within(wish.x, edge + wish.width / 2, viewport.width - edge - wish.width / 2), wish.left, wish.right)
    const y = within(within(wish.y, edge + wish.height / 2, viewport.height - edge - wish.height / 2), wish.top - wish.height, wish.bottom)
    if (taken.some(other => overlap(wishes[other], places[other]!, wish, { x, y })))
      continue
    places[at] = { x, y }
    taken.push(at)
  }
  return places
}

function importance(wish: NameWish): number {
  return wish.shown
    ? wish.weight * stayBonus
    : wish.weight
}

function overlap(a: NameWish, at: NamePlace, b: NameWish, bt: NamePlace): boolean {
  return Math.abs(at.x - bt.x) < (a.width + b.width) / 2 + apart && Math.abs(at.y - bt.y) < (a.height + b.height) / 2 + apart
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
