import type { ChooseMode, ChosenThing } from './photo-map-types'

/** What a click met, and the keys that were down. */
export interface Click {
  /** Row of the photo under the pointer. */
  photo: number | null
  /** Cluster of that photo, else of the outline or name under the pointer; −1 for none. */
  cluster: number
  /** Whether the pointer is on a cluster's name. */
  onName: boolean
  /** Whether photos are shown so large that a click means the photo itself. */
  large: boolean
  /** Ctrl or Cmd. */
  single: boolean
  shift: boolean
  alt: boolean
}

export interface Choice {
  what: ChosenThing
  mode: ChooseMode
}

/**
 * What a click chooses. A name always means its cluster. Ctrl or Cmd always means the one photo. Otherwise a photo
 * stands for its cluster until it is shown large, a stray for itself, and the ground within an outline for the
 * cluster, as long as photos are small. The empty map clears the choice, unless Shift or Alt is held: then nothing
 * happens.
 */
export function clickChoice(click: Click): Choice | null {
  const mode = modeOf(click.shift, click.alt)
  if (click.onName)
    return { what: 'cluster', mode }
  if (click.photo !== null && (click.single || click.large || click.cluster < 0))
    return { what: 'photo', mode }
  if (click.cluster >= 0 && !click.large && !click.single)
    return { what: 'cluster', mode }
  return mode === 'replace'
    ? { what: 'nothing', mode }
    : null
}

/** Shift adds, Alt takes away. */
export function modeOf(shift: boolean, alt: boolean): ChooseMode {
  if (alt)
    return 'remove'
  return shift
    ? 'add'
    : 'replace'
}
