import type { ProjectionMethod } from '#main/project/projection'
import { nearestOf } from '#main/matrix/neighbours'
import { pace } from '#main/matrix/pace'
import { random } from '#main/matrix/random'
import { fuzzyGraph } from '#main/project/fuzzy-graph'
import { initialCoordinates } from '#main/project/initial-coordinates'
import { umapLayout } from '#main/project/umap-layout'

/** Small libraries have small groups: with more neighbours than a group has photos, groups run into each other. */
function neighbourCount(photos: number): number {
  return Math.min(photos < 5000
    ? 10
    : 15, Math.max(photos - 1, 0))
}

const minDist = 0.1
/** A map started from the last one is nearly right already: large first steps would throw its bearings away. */
const warmLearningRate = 0.25
const framesPerSecond = 5
/** A draft makes so many of the passes: groups are apart by then, only not yet at rest. */
const draftShare = 0.2

/** UMAP (McInnes, Healy, Melville 2018), its layout by umap-js. */
export const umap: ProjectionMethod = {
  title: 'UMAP',
  sentence: 'Keeps each photo near those that look like it, so that groups stand apart.',
  neighbours: neighbourCount,
  async project(input) {
    const { neighbours, seed, signal, onProgress } = input
    const epochs = Math.ceil(epochsFor(neighbours.rows) * (input.draft ? draftShare : 1))
    const coordinates = await initialCoordinates(input, 10)
    const pieces = await umapLayout({
      coordinates,
      graph: await fuzzyGraph(nearestOf(neighbours, neighbourCount(neighbours.rows)), 1 / epochs, signal),
      epochs,
      minDist,
      learningRate: input.initial ? warmLearningRate : 1,
      random: random(seed).uniform,
      signal,
    })
    const rest = pace('Laying out the map', signal)
    let shown = 0
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (const piece of pieces) {
        await rest()
        piece.step()
      }
      if (onProgress && performance.now() - shown > 1000 / framesPerSecond) {
        shown = performance.now()
        onProgress(Float32Array.from(coordinates), (epoch + 1) / epochs)
      }
    }
    return Float32Array.from(coordinates)
  },
}

/** As many passes as umap-js makes: a large layout settles in fewer, and each costs more. */
function epochsFor(photos: number): number {
  return photos <= 2500
    ? 500
    : photos <= 5000
      ? 400
      : photos <= 7500
        ? 300
        : 200
}
