import type { Affinities } from '#main/project/affinities'
import type { ProjectionMethod } from '#main/project/projection'
import { nearestOf } from '#main/matrix/neighbours'
import { pace } from '#main/matrix/pace'
import { affinities } from '#main/project/affinities'
import { initialCoordinates } from '#main/project/initial-coordinates'
import { Quadtree } from '#main/project/quadtree'

const perplexity = 30
const theta = 0.5
/** Steps in which groups are drawn together, and those that follow. A map started from the last one has its groups. */
const exaggerated = 250
const plain = 500
const exaggeration = 12
const framesPerSecond = 5

/**
 * t-SNE (van der Maaten and Hinton 2008) with forces by Barnes and Hut (van der Maaten 2014), from the principal
 * components, at the learning rate N / exaggeration (Belkina et al. 2019).
 */
export const tsne: ProjectionMethod = {
  title: 't-SNE',
  sentence: 'Keeps nearest photos nearest, more finely than UMAP; how far apart groups lie means little.',
  neighbours: photos => Math.max(0, Math.min(3 * perplexity, photos - 1)),
  async project(input) {
    const { neighbours, signal, onProgress } = input
    const wanted = nearestOf(neighbours, 3 * perplexity)
    // The last map at about the size that maps of so many photos grow to; the components small, so that they can part.
    const coordinates = await initialCoordinates(input, input.initial
      ? Math.sqrt(neighbours.rows)
      : 1e-2)
    const pull = await affinities(wanted, perplexity, signal)
    const early = input.initial ? 0 : exaggerated
    const iterations = early + plain
    const descent = new Descent(coordinates, pull)
    const rest = pace('Laying out the map', signal)
    let shown = 0
    for (let iteration = 0; iteration < iterations; iteration++) {
      const factor = iteration < early
        ? exaggeration
        : 1
      await descent.step(factor, iteration < early
        ? 0.5
        : 0.8, rest)
      if (onProgress && performance.now() - shown > 1000 / framesPerSecond) {
        shown = performance.now()
        onProgress(Float32Array.from(coordinates), (iteration + 1) / iterations)
      }
    }
    return Float32Array.from(coordinates)
  },
}

/** Gradient descent with momentum and a gain for each coordinate (Jacobs 1988), as in the first implementation. */
class Descent {
  readonly #coordinates: Float64Array
  readonly #pull: Affinities
  readonly #tree = new Quadtree()
  readonly #repulsion: Float64Array
  readonly #velocity: Float64Array
  readonly #gains: Float64Array
  readonly #rate: number

  constructor(coordinates: Float64Array, pull: Affinities) {
    this.#coordinates = coordinates
    this.#pull = pull
    this.#repulsion = new Float64Array(coordinates.length)
    this.#velocity = new Float64Array(coordinates.length)
    this.#gains = new Float64Array(coordinates.length).fill(1)
    this.#rate = Math.max(coordinates.length / 2 / exaggeration, 50)
  }

  async step(factor: number, momentum: number, rest: () => Promise<void>): Promise<void> {
    const points = this.#coordinates
    const { starts, tails, weights } = this.#pull
    const count = points.length / 2
    this.#tree.build(points)
    const force = new Float64Array(2)
    let total = 0
    for (let i = 0; i < count; i++) {
      if (i % 512 === 0)
        await rest()
      // A point meets itself in its leaf: q = 1, no force.
      total += this.#tree.repulsion(points[2 * i], points[2 * i + 1], theta, force) - 1
      this.#repulsion[2 * i] = force[0]
      this.#repulsion[2 * i + 1] = force[1]
    }
    await rest()
    const push = total > 0
      ? 1 / total
      : 0
    for (let i = 0; i < count; i++) {
      const x = points[2 * i]
      const y = points[2 * i + 1]
      let gradientX = -push * this.#repulsion[2 * i]
      let gradientY = -push * this.#repulsion[2 * i + 1]
      for (let at = starts[i]; at < starts[i + 1]; at++) {
        const dx = x - points[2 * tails[at]]
        const dy = y - points[2 * tails[at] + 1]
        const weight = factor * weights[at] / (1 + dx * dx + dy * dy)
        gradientX += weight * dx
        gradientY += weight * dy
      }
      this.#turn(2 * i, 4 * gradientX, momentum)
      this.#turn(2 * i + 1, 4 * gradientY, momentum)
    }
    for (let at = 0; at < points.length; at++)
      points[at] += this.#velocity[at]
  }

  #turn(at: number, gradient: number, momentum: number): void {
    const sameWay = gradient * this.#velocity[at] > 0
    this.#gains[at] = Math.max(0.01, sameWay
      ? this.#gains[at] * 0.8
      : this.#gains[at] + 0.2)
    this.#velocity[at] = momentum * this.#velocity[at] - this.#rate * this.#gains[at] * gradient
  }
}
