import type { FuzzyGraph } from '#main/project/fuzzy-graph'
import { UMAP } from 'umap-js'
import { pace } from '#main/matrix/pace'

export interface UmapLayoutOptions {
  /** [2N] float64: where rows start; moved in place. */
  coordinates: Float64Array
  graph: FuzzyGraph
  epochs: number
  minDist: number
  learningRate: number
  random: () => number
  signal?: AbortSignal
}

/** A piece of every epoch: some ten thousand edges, so that a thread can listen in between. */
export interface LayoutPiece {
  /** Does the piece's next epoch. */
  step: () => number
}

/** What is needed of umap-js 1.4.0 below its public face. */
interface Internals extends LayoutPiece {
  graph: { nRows: number, nCols: number }
  embedding: Float64Array[]
  optimizationState: { head: Int32Array, tail: Int32Array, epochsPerSample: Float64Array }
  initializeOptimization: () => void
  prepareForOptimizationLoop: () => void
}

const edgesInPiece = 40_000

/**
 * Prepares umap-js to optimise a layout (McInnes, Healy, Melville 2018, algorithm 5) of a graph we made. Its own
 * preparation keeps edges in maps keyed by text: 80 s and 3 GB for 100,000 photos, all in one call. So it is given the
 * edges as they are, in pieces that share the coordinates: an instance for each, stepped in turn, is one epoch.
 * @throws CANCELLED
 */
export async function umapLayout(options: UmapLayoutOptions): Promise<LayoutPiece[]> {
  const rest = pace('Laying out the map', options.signal)
  const { coordinates, graph: { heads, tails, weights }, epochs, minDist, learningRate, random } = options
  const count = coordinates.length / 2
  const embedding = Array.from({ length: count }, (_, i) => coordinates.subarray(2 * i, 2 * i + 2))
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0)
  const pieces: LayoutPiece[] = []
  for (let start = 0; start < heads.length; start += edgesInPiece) {
    await rest()
    const end = Math.min(start + edgesInPiece, heads.length)
    const piece = new UMAP({
      nComponents: 2,
      nEpochs: epochs,
      minDist,
      learningRate,
      random,
    }) as unknown as Internals
    piece.graph = { nRows: count, nCols: count }
    piece.embedding = embedding
    Object.assign(piece.optimizationState, {
      head: heads.subarray(start, end),
      tail: tails.subarray(start, end),
      epochsPerSample: weights.subarray(start, end).map(weight => heaviest / weight),
    })
    piece.initializeOptimization()
    piece.prepareForOptimizationLoop()
    pieces.push(piece)
  }
  return pieces
}
