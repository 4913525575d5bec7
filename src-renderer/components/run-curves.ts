import type { Run } from '#shared/contract/learning'
import type { CurvePoint } from './curve-path'
import { labelColour } from '#shared/domain/label-palette'
import { curvePath, rangeOf } from './curve-path'

/** One run's line among others. */
export interface RunLine {
  id: number
  /** The run's number, 1 for the first there was. */
  place: number
  colour: string
  path: string
  /** Where it ends. */
  last: number
}

/** How many runs can be told apart in one picture: the latest. */
const most = 6

/**
 * Lines of the latest runs, given newest first, in one frame of `width` × `height` px and on one scale: each from the
 * beginning of its training to its end, whatever the number of its steps.
 */
export function runLines(runs: readonly Run[], of: 'loss' | 'heldOut', width: number, height: number): RunLine[] {
  const curves = runs.slice(0, most).map((run, i) => ({ run, place: runs.length - i, points: pointsOf(run, of) })).filter(({ points }) => points.length > 1)
  const range = rangeOf(curves.flatMap(({ points }) => points))
  return curves.map(({ run, place, points }) => ({
    id: run.id,
    place,
    colour: labelColour(place - 1),
    path: curvePath(points, 1, range, width, height),
    last: points[points.length - 1].y,
  }))
}

function pointsOf({ curve }: Run, of: 'loss' | 'heldOut'): CurvePoint[] {
  const end = curve.at(-1)?.step || 1
  return curve.flatMap((point) => {
    const y = point[of]
    return y === null ? [] : [{ x: point.step / end, y }]
  })
}
