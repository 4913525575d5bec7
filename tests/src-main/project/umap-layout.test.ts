import { expect, it } from 'vitest'
import { random } from '#main/matrix/random'
import { umapLayout } from '#main/project/umap-layout'

it('moves the coordinates it was given: what is joined together, what is not apart', async () => {
  // Two rings of 30, started mixed.
  const size = 30
  const heads: number[] = []
  const tails: number[] = []
  for (let i = 0; i < 2 * size; i++) {
    for (const step of [1, 2, size - 1, size - 2]) {
      heads.push(i)
      tails.push(Math.floor(i / size) * size + (i % size + step) % size)
    }
  }
  const from = random(1)
  const coordinates = Float64Array.from({ length: 4 * size }, from.normal)
  const pieces = await umapLayout({
    coordinates,
    graph: {
      heads: Int32Array.from(heads),
      tails: Int32Array.from(tails),
      weights: new Float64Array(heads.length).fill(1),
    },
    epochs: 200,
    minDist: 0.1,
    learningRate: 1,
    random: from.uniform,
  })
  for (let epoch = 0; epoch < 200; epoch++)
    pieces.forEach(piece => piece.step())
  const apart = (i: number, j: number) => Math.hypot(coordinates[2 * i] - coordinates[2 * j], coordinates[2 * i + 1] - coordinates[2 * j + 1])
  let joined = 0
  let others = 0
  for (let i = 0; i < size; i++) {
    joined += apart(i, (i + 1) % size) / size
    others += apart(i, i + size) / size
  }
  expect(others).toBeGreaterThan(4 * joined)
})
