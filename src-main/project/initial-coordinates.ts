import type { ProjectionInput } from '#main/project/projection'
import { takeRows } from '#main/matrix/matrix'
import { principalComponents, projectOnto } from '#main/matrix/principal-components'
import { random, shuffle } from '#main/matrix/random'

/** So many rows tell the leading directions of any library. */
const rowsForDirections = 8192

/**
 * Where a layout starts, `[2N] float64`: the last map where there is one, else the two leading principal components;
 * centred, its largest coordinate `extent`. A little noise (a ten-thousandth of it) parts photos that are at one place.
 * @throws CANCELLED
 */
export async function initialCoordinates(input: ProjectionInput, extent: number): Promise<Float64Array> {
  const { initial, seed } = input
  const start = Float64Array.from(initial ?? await leadingDirections(input))
  const from = random(seed)
  const count = start.length / 2
  for (let axis = 0; axis < 2; axis++) {
    let sum = 0
    for (let at = axis; at < start.length; at += 2)
      sum += start[at]
    for (let at = axis; at < start.length; at += 2)
      start[at] -= sum / count
  }
  const largest = start.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const scale = largest > 0
    ? extent / largest
    : 0
  return start.map(value => value * scale + from.normal() * extent * 1e-4)
}

async function leadingDirections({ space, seed, signal }: ProjectionInput): Promise<Float32Array> {
  const rows = space.rows <= rowsForDirections
    ? space
    : takeRows(space, shuffle(Int32Array.from({ length: space.rows }, (_, i) => i), random(seed)).slice(0, rowsForDirections).sort())
  const { values } = await projectOnto(space, await principalComponents(rows, 2, { seed, signal }), signal)
  return values
}
