import type { Value } from '#main/graph/value'
import { GraphMistake } from '#main/graph/graph-mistake'
import { knownSizes } from '#main/graph/shapes'

/** The places of a picture. */
export interface Extent {
  height: number
  width: number
}

/** Pictures [N, C, H, W] held as rows: [N·H·W, C], one for each place, so that what a convolution gathers lies together. */
export interface Rows extends Extent {
  value: Value
  batch: number
}

export function channelsOf({ value }: Rows): number {
  return Number(value.shape[1])
}

/** Pictures [N, C, H, W] as rows. */
export function rowsOf(pictures: Value): Rows {
  const sizes = knownSizes(pictures.shape, 'a picture')
  if (sizes.length !== 4)
    throw new GraphMistake(`${pictures.name} is no batch of pictures`)
  const [batch, channels, height, width] = sizes
  const { graph } = pictures
  const last = height * width === 1 ? pictures : graph.add('Transpose', [pictures], { perm: [0, 2, 3, 1] })
  return { value: graph.add('Reshape', [last, graph.integers([batch * height * width, channels])]), batch, height, width }
}

/** Rows as pictures [N, C, H, W]. */
export function picturesOf(rows: Rows): Value {
  const { value, batch, height, width } = rows
  const { graph } = value
  const channels = channelsOf(rows)
  if (height * width === 1)
    return graph.add('Reshape', [value, graph.integers([batch, channels, 1, 1])])
  return graph.add('Transpose', [graph.add('Reshape', [value, graph.integers([batch, height, width, channels])])], { perm: [0, 3, 1, 2] })
}

/** Rows as [N, places, C]. */
export function byPlace({ value, batch, height, width }: Rows): Value {
  return value.graph.add('Reshape', [value, value.graph.integers([batch, height * width, Number(value.shape[1])])])
}

/** [N, places, C] as rows. */
export function flatRows(value: Value): Value {
  return value.graph.add('Reshape', [value, value.graph.integers([-1, Number(value.shape.at(-1))])])
}
