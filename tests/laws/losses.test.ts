import type { LossId } from '#main/learn/losses/table'
import type { LossPoint } from '#tests/laws/loss-point'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { losses } from '#main/learn/losses/table'
import { random } from '#main/matrix/random'
import { evaluateLoss } from '#tests/laws/evaluate-loss'
import { lossLaws } from '#tests/laws/loss-laws'
import { lossPoint, weightShapes } from '#tests/laws/loss-point'
import { scalarLosses } from '#tests/laws/scalar-losses'

interface Golden {
  classes: number[]
  classCount: number
  /** [N][D] */
  embedding: number[][]
  /** [D][K] or [1][K], by name. */
  weights: Record<string, number[][]>
  losses: Record<LossId, { loss: number, gradient: number[] }>
  /** The same losses as pytorch-metric-learning and scikit-learn compute them, where they have them. */
  libraries: Partial<Record<LossId, { library: string, loss: number, gradient: number[] | null }>>
}

const golden: Golden = JSON.parse(readFileSync(new URL('../reference/learning.json', import.meta.url), 'utf8'))
const ids = Object.keys(losses) as LossId[]

function goldenPoint(id: LossId): LossPoint {
  const { embedding: rows, classes, classCount, weights } = golden
  const names = Object.keys(weightShapes(id, rows[0].length, classCount))
  return { rows, classes, classCount, weights: Object.fromEntries(names.map(name => [name, weights[name]])) }
}

/** Rows about a middle for each class, well apart from each other so that no two lie in one place. */
function gaussianPoint(id: LossId, seed: number): LossPoint {
  const { normal } = random(seed)
  const classes = [0, 1, 2, 0, 1, 2, 0, 1, 2, 3]
  const middles = Array.from({ length: 4 }, () => [normal(), normal(), normal()])
  return lossPoint(id, classes.map(c => middles[c].map(value => 1 + value + normal())), classes, 5, normal)
}

/** The point with every row, and every weight that is a place, moved: one place in, one out. */
function moved(id: LossId, point: LossPoint, move: (place: number[]) => number[]): LossPoint {
  const weights = { ...point.weights }
  for (const name of lossLaws[id].inSpace ?? []) {
    const places = weights[name][0].map((_, k) => move(weights[name].map(row => row[k])))
    weights[name] = weights[name].map((_, d) => places.map(place => place[d]))
  }
  return { ...point, rows: point.rows.map(move), weights }
}

const moves = {
  translation: (place: number[]) => place.map((value, d) => value + [0.7, -1.1, 0.4][d]),
  /** About two axes in turn. */
  rotation: ([x, y, z]: number[]) => {
    const [turned, up] = [x * Math.cos(0.8) - y * Math.sin(0.8), x * Math.sin(0.8) + y * Math.cos(0.8)]
    return [turned, up * Math.cos(0.5) - z * Math.sin(0.5), up * Math.sin(0.5) + z * Math.cos(0.5)]
  },
  scale: (place: number[]) => place.map(value => 1.7 * value),
}

/** ∂loss/∂ each number of a list of lists, by central differences of the definition. */
function differences(numbers: number[][], lossWith: (numbers: number[][]) => number): number[] {
  const step = 1e-5
  return numbers.flatMap((row, i) => row.map((_, d) => {
    const at = (by: number): number => lossWith(numbers.map((other, j) => j === i ? other.map((value, e) => e === d ? value + by : value) : other))
    return (at(step) - at(-step)) / (2 * step)
  }))
}

function expectClose(got: readonly number[], expected: readonly number[], digits: number): void {
  expect(got).toHaveLength(expected.length)
  got.forEach((value, i) => expect(value).toBeCloseTo(expected[i], digits))
}

describe('every loss', () => {
  for (const id of ids) {
    it(`${id} has its id, and words for the user`, () => {
      expect(losses[id].id).toBe(id)
      expect(losses[id].sentence).toMatch(/\.$/)
      expect(losses[id].formula.length * losses[id].source.length).toBeGreaterThan(0)
    })

    it(`${id} and its gradient are what PyTorch computes`, async () => {
      const { loss, gradient } = await evaluateLoss(id, goldenPoint(id))
      expect(loss).toBeCloseTo(golden.losses[id].loss, 9)
      expectClose(gradient, golden.losses[id].gradient, 8)
    })

    const theirs = golden.libraries[id]
    if (theirs) {
      it(`${id} is what ${theirs.library} computes`, async () => {
        const { loss, gradient } = await evaluateLoss(id, goldenPoint(id))
        expect(loss).toBeCloseTo(theirs.loss, 9)
        if (theirs.gradient)
          expectClose(gradient, theirs.gradient, 8)
      })
    }

    it(`${id} is its definition, written out`, async () => {
      const cases = fc.record({
        classes: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 12 }),
        numbers: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 36, maxLength: 36 }),
      })
      await fc.assert(fc.asyncProperty(cases, async ({ classes, numbers }) => {
        // Two rows in one place have no gradient of distance; keep them apart.
        const rows = classes.map((_, i) => [0, 1, 2].map(d => numbers[i * 3 + d] + 0.01 * (i * 3 + d) + 0.1))
        let count = 0
        const point = lossPoint(id, rows, classes, 4, () => Math.sin(count++))
        const { loss, gradient } = await evaluateLoss(id, point)
        expect(loss).toBeCloseTo(scalarLosses[id](point), 7)
        expect(gradient.every(Number.isFinite)).toBe(true)
      }), { numRuns: 20, seed: 5 })
    })

    it(`${id} has the gradient that finite differences of its definition have, by the embedding and by its own weights`, async () => {
      for (const point of [goldenPoint(id), gaussianPoint(id, 1), gaussianPoint(id, 2)]) {
        const { gradient, byWeight } = await evaluateLoss(id, point)
        expectClose(gradient, differences(point.rows, rows => scalarLosses[id]({ ...point, rows })), 6)
        for (const [name, weight] of Object.entries(point.weights)) {
          expectClose(byWeight[name], differences(weight, changed => scalarLosses[id]({ ...point, weights: { ...point.weights, [name]: changed } })), 6)
        }
      }
    })

    for (const [law, move] of Object.entries(moves) as [keyof typeof moves, typeof moves.translation][]) {
      it(`${id} ${lossLaws[id][law] === 'holds' ? 'stays the same' : 'changes'} under ${law}`, async () => {
        const point = gaussianPoint(id, 3)
        const [before, after] = [await evaluateLoss(id, point), await evaluateLoss(id, moved(id, point, move))]
        if (lossLaws[id][law] === 'holds')
          expect(after.loss).toBeCloseTo(before.loss, 9)
        else
          expect(Math.abs(after.loss - before.loss)).toBeGreaterThan(1e-4)
      })
    }

    it(`${id} is a number with a gradient where a batch is strange, in float32 too`, async () => {
      const point = gaussianPoint(id, 5)
      const strange: Record<string, Partial<LossPoint>> = {
        'all photos in one place': { rows: point.rows.map(() => [1, 2, 3]) },
        'all photos at the origin': { rows: point.rows.map(() => [0, 0, 0]) },
        'two copies of each photo': { rows: point.rows.map((_, i) => point.rows[i >> 1]) },
        'each label in one place': { rows: point.classes.map(c => [c, c * c, 1]) },
        'one label': { classes: point.classes.map(() => 2) },
        'a label for each photo': { classes: point.classes.map((_, i) => i), classCount: 11 },
        'far away': { rows: point.rows.map(row => row.map(value => value + 1000)) },
        'very large': { rows: point.rows.map(row => row.map(value => value * 1e4)) },
        'very small': { rows: point.rows.map(row => row.map(value => value * 1e-4)) },
      }
      for (const [name, change] of Object.entries(strange)) {
        const { rows, classes, classCount } = { ...point, ...change }
        for (const type of ['float64', 'float32'] as const) {
          const { loss, gradient, byWeight } = await evaluateLoss(id, lossPoint(id, rows, classes, classCount, random(1).normal), type)
          expect([loss, ...gradient, ...Object.values(byWeight).flat()].filter(value => !Number.isFinite(value)), `${name}, ${type}`).toEqual([])
        }
      }
    })

    it(`${id} does not care for the order of photos, nor of labels`, async () => {
      const point = gaussianPoint(id, 4)
      const { loss } = await evaluateLoss(id, point)
      const order = [7, 2, 9, 0, 4, 1, 8, 3, 6, 5]
      const shuffled = { ...point, rows: order.map(i => point.rows[i]), classes: order.map(i => point.classes[i]) }
      expect((await evaluateLoss(id, shuffled)).loss).toBeCloseTo(loss, 9)
      const names = [3, 0, 4, 1, 2]
      const renamed = {
        ...point,
        classes: point.classes.map(c => names.indexOf(c)),
        weights: Object.fromEntries(Object.entries(point.weights).map(([name, weight]) => [name, weight.map(row => names.map(c => row[c]))])),
      }
      expect((await evaluateLoss(id, renamed)).loss).toBeCloseTo(loss, 9)
    })
  }
})
