import type { LossId } from '#main/learn/losses/table'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GraphBuilder } from '#main/graph/builder'
import { gradients } from '#main/graph/gradient'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { tensor } from '#main/graph/tensor'
import { losses } from '#main/learn/losses/table'
import { scalarLosses } from './scalar-losses'

interface Golden {
  rows: number
  dimensions: number
  embedding: number[]
  oneHot: number[]
  classWeights: number[]
  classBias: number[]
  losses: Record<LossId, { loss: number, gradient: number[] }>
}

const golden: Golden = JSON.parse(readFileSync(new URL('../reference/learning.json', import.meta.url), 'utf8'))
const ids = Object.keys(losses) as LossId[]

/** The loss and its gradient by the embedding, in float64. */
async function lossOf(id: LossId, rows: number, dimensions: number, embedding: number[], oneHot: number[], classWeights: number[], classBias: number[]) {
  const graph = new GraphBuilder()
  const classes = oneHot.length / rows
  const double = (shape: number[], values: number[]) => tensor('float64', shape, Float64Array.from(values))
  const z = graph.input('embedding', 'float64', [rows, dimensions])
  const loss = losses[id].build({
    embedding: z,
    oneHot: graph.constant(double([rows, classes], oneHot)),
    weights: {
      classWeights: graph.constant(double([dimensions, classes], classWeights)),
      classBias: graph.constant(double([classes], classBias)),
    },
  })
  graph.output(loss, 'loss')
  graph.output(gradients(graph, loss, [z])[0], 'gradient')
  const session = await openSession(writeModel(graph.toModel()), { providers: ['cpu'], threads: 1 })
  const got = await session.run({ embedding: double([rows, dimensions], embedding) })
  await session.release()
  return { loss: Number(got.loss.values[0]), gradient: Array.from(got.gradient.values as Float64Array) }
}

describe('every loss', () => {
  for (const id of ids) {
    it(`${id} has its id, and words for the user`, () => {
      expect(losses[id].id).toBe(id)
      expect(losses[id].sentence).toMatch(/\.$/)
      expect(losses[id].formula.length * losses[id].source.length).toBeGreaterThan(0)
    })

    it(`${id} and its gradient are what PyTorch computes`, async () => {
      const { rows, dimensions, embedding, oneHot, classWeights, classBias } = golden
      const { loss, gradient } = await lossOf(id, rows, dimensions, embedding, oneHot, classWeights, classBias)
      expect(loss).toBeCloseTo(golden.losses[id].loss, 9)
      gradient.forEach((value, i) => expect(value).toBeCloseTo(golden.losses[id].gradient[i], 8))
    })

    it(`${id} is its definition, written out`, async () => {
      const cases = fc.record({
        classes: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 12 }),
        numbers: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 36, maxLength: 36 }),
      })
      await fc.assert(fc.asyncProperty(cases, async ({ classes, numbers }) => {
        // Two rows in one place have no gradient of distance; keep them apart.
        const embedding = classes.flatMap((_, i) => [0, 1, 2].map(d => numbers[i * 3 + d] + 0.01 * (i * 3 + d) + 0.1))
        const oneHot = classes.flatMap(own => [0, 1, 2, 3].map(c => c === own ? 1 : 0))
        const weights = Array.from({ length: 12 }, (_, i) => Math.sin(i))
        const bias = [0.1, -0.2, 0.3, 0]
        const { loss, gradient } = await lossOf(id, classes.length, 3, embedding, oneHot, weights, bias)
        const rows = classes.map((_, i) => embedding.slice(i * 3, i * 3 + 3))
        expect(loss).toBeCloseTo(scalarLosses[id](rows, classes, weights, bias), 7)
        expect(gradient.every(Number.isFinite)).toBe(true)
      }), { numRuns: 20, seed: 5 })
    })
  }
})
