import type { Matrix } from '#main/matrix/matrix'
import { dotProduct } from '#main/matrix/distance'
import { matrix } from '#main/matrix/matrix'
import { pace } from '#main/matrix/pace'
import { sharedFloats } from '#main/matrix/shared-floats'

const valuesAtATime = 500_000

/**
 * What a network's activations should be made into before they are compared: unit length, the common mean taken away,
 * unit length again. The mean is what all photos share; without it no photo is everyone's neighbour (a *hub*: Suzuki
 * et al. 2013, "Centering similarity measures to reduce hubs"). Euclidean distance then orders as the centred cosine.
 * Yields, so that a large library blocks nobody; threads share what it gives.
 */
export async function centredDirections({ rows, columns, values }: Matrix): Promise<Matrix> {
  const rest = pace('Comparing photos')
  const rowsAtATime = Math.max(1, Math.floor(valuesAtATime / columns))
  const centred = matrix(rows, columns, sharedFloats(rows * columns))
  const means = new Float64Array(columns)
  const toUnit = (from: Float32Array, row: number, then?: (value: number, column: number) => void): void => {
    const start = row * columns
    const length = Math.sqrt(dotProduct(from, start, from, start, columns))
    const scale = length > 0 ? 1 / length : 0
    for (let d = 0; d < columns; d++) {
      centred.values[start + d] = from[start + d] * scale
      then?.(centred.values[start + d], d)
    }
  }
  for (let row = 0; row < rows; row++) {
    if (row % rowsAtATime === 0)
      await rest()
    toUnit(values, row, (value, d) => means[d] += value / rows)
  }
  for (let row = 0; row < rows; row++) {
    if (row % rowsAtATime === 0)
      await rest()
    for (let d = 0; d < columns; d++)
      centred.values[row * columns + d] -= means[d]
    toUnit(centred.values, row)
  }
  return centred
}
