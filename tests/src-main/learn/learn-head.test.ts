import type { CurvePoint } from '#main/learn/held-out-training'
import { describe, expect, it } from 'vitest'
import { readModel } from '#main/graph/protobuf/read-model'
import { applyHead } from '#main/learn/apply-head'
import { learnDirect } from '#main/learn/learn-direct'
import { learnHead } from '#main/learn/learn-head'
import { matrix } from '#main/matrix/matrix'
import { unitLength } from '#main/matrix/unit-length'
import { burstsOfFeatures, gaussianFeatures, nearestAccuracy, someOfEach } from './gaussian-features'

const { features, kinds } = gaussianFeatures({ perKind: 40, kinds: 6, columns: 200, seed: 2 })

describe('learnHead', () => {
  it('makes photos lie nearer to their own kind, and knows it', async () => {
    const { rows, classes } = someOfEach(kinds, 8, 4)
    const points: CurvePoint[] = []
    const learnt = await learnHead({ features, rows, classes }, { seed: 1, onProgress: point => points.push(point) })
    const embedding = await applyHead(features, learnt.head)
    const raw = unitLength(features)
    const labelled = new Set(rows)
    const others = Array.from(kinds.keys()).filter(i => kinds[i] < 4 && !labelled.has(i))
    expect(nearestAccuracy(embedding, kinds, rows, others)).toBeGreaterThan(nearestAccuracy(raw, kinds, rows, others) + 0.15)
    expect(learnt.kept).toBe(true)
    expect(learnt.after.silhouette).toBeGreaterThan(learnt.before.silhouette)
    expect(learnt.after.accuracy).toBeGreaterThan(learnt.before.accuracy)
    expect(learnt.verdict).toMatch(/^The new space fits your labels better: .* %/)
    expect(embedding.columns).toBe(learnt.dimensions)
    expect(learnt.curve).toEqual(points)
    expect(points[0].step).toBe(0)
    expect(points.every(({ loss, heldOut }) => Number.isFinite(loss) && heldOut! > -1 && heldOut! < 1)).toBe(true)
  })

  it('makes photos of kinds never labelled lie nearer to their own kind, too', async () => {
    const { features, kinds } = gaussianFeatures({ perKind: 40, kinds: 10, columns: 200, seed: 2 })
    const unseen = Array.from(kinds.keys()).filter(i => kinds[i] >= 4)
    const learnt = await learnHead({ features, ...someOfEach(kinds, 8, 4) }, { seed: 1 })
    const embedding = await applyHead(features, learnt.head)
    expect(nearestAccuracy(embedding, kinds, unseen, unseen)).toBeGreaterThan(nearestAccuracy(unitLength(features), kinds, unseen, unseen) + 0.03)
  })

  it('is not flattered by labels that were given to look-alikes in one act', async () => {
    const { features, kinds, bursts } = burstsOfFeatures({ burstsPerKind: 24, kinds: 6, columns: 200, seed: 4 })
    const rows = bursts.flatMap((burst, i) => burst <= 8 * 6 ? [i] : [])
    const others = bursts.flatMap((burst, i) => burst <= 8 * 6 ? [] : [i])
    const classes = rows.map(i => kinds[i])
    const acts = rows.map(i => bursts[i])
    const [oneByOne, together] = [await learnHead({ features, rows, classes }), await learnHead({ features, rows, classes, acts })]
    const truly = nearestAccuracy(await applyHead(features, together.head), kinds, rows, others)
    expect(oneByOne.after.accuracy).toBeGreaterThan(0.98)
    expect(oneByOne.beyondActs).toBe(1)
    expect(Math.abs(together.after.accuracy - truly)).toBeLessThan(0.1)
    expect(truly).toBeLessThan(0.9)
    expect(together.beyondActs).toBeLessThan(0.8)
  })

  it('can leave other photos out of it, for training to go on under it', async () => {
    const labels = someOfEach(kinds, 5)
    const alone = await learnHead({ features, ...labels }, { seed: 1, pointwise: true })
    const { graph } = readModel(alone.head)
    expect(graph.nodes.some(({ opType }) => opType === 'Softmax')).toBe(false)
    expect(readModel((await learnHead({ features, ...labels }, { seed: 1 })).head).graph.nodes.some(({ opType }) => opType === 'Softmax')).toBe(true)
  })

  it('embeds all photos as its head does, where it is asked and the head is kept', async () => {
    const learnt = await learnHead({ features, ...someOfEach(kinds, 8, 4) }, { seed: 1, embed: true })
    const byHead = await applyHead(features, learnt.head)
    expect(learnt.kept).toBe(true)
    expect(learnt.embedding).toMatchObject({ rows: byHead.rows, columns: byHead.columns })
    byHead.values.forEach((value, at) => expect(Math.abs(learnt.embedding!.values[at] - value)).toBeLessThan(1e-4))
    expect((await learnHead({ features, ...someOfEach(kinds, 8, 4) }, { seed: 1 })).embedding).toBeUndefined()
  })

  it('gives the same head for the same seed', async () => {
    const labels = someOfEach(kinds, 4)
    const [first, again] = [await learnHead({ features, ...labels }, { seed: 3 }), await learnHead({ features, ...labels }, { seed: 3 })]
    expect(again.head).toEqual(first.head)
  })

  it('measures held-out labels honestly: labels that mean nothing gain nothing', async () => {
    const { rows, classes } = someOfEach(kinds, 10)
    const meaningless = classes.map((_, i) => (i * 7919 >> 3) % 5)
    const learnt = await learnHead({ features, rows, classes: meaningless })
    expect(learnt.after.accuracy).toBeLessThan(0.4)
    expect(learnt.after.silhouette).toBeLessThan(0.05)
    expect(learnt.verdict).toContain('%')
  })

  it('keeps the old space where the new one is worse, and says so', async () => {
    // Every kind is one photo again and again, and a little noise: nothing can lie better than it does.
    const { features, kinds } = gaussianFeatures({ perKind: 20, kinds: 4, columns: 40, seed: 4 })
    for (let i = 0; i < features.rows; i++) {
      for (let d = 0; d < 40; d++)
        features.values[i * 40 + d] = (d % 4 === kinds[i] ? 10 : 0) + (i % 7 === d ? 1e-3 : 0)
    }
    const learnt = await learnHead({ features, ...someOfEach(kinds, 5) })
    expect(learnt.before.accuracy).toBe(1)
    expect(learnt.kept).toBe(false)
    expect(learnt.verdict).toMatch(/^The old space stays/)
  })

  it('does not claim to tell copies of one photo apart', async () => {
    // Every other one is called otherwise, and rounding of products differs from row to row in the same way.
    const copies = matrix(40, 200, features.values.map((_, at) => features.values[at % 200]).slice(0, 8000))
    const labels = { rows: Array.from({ length: 10 }, (_, i) => i), classes: Array.from({ length: 10 }, (_, i) => i % 2) }
    for (const learn of [learnHead, learnDirect]) {
      const { kept, after } = await learn({ features: copies, ...labels })
      expect([kept, after.silhouette]).toEqual([false, 0])
    }
  })

  it('takes any loss of the table, and few columns', async () => {
    const { features, kinds } = gaussianFeatures({ perKind: 20, kinds: 3, columns: 10, seed: 5 })
    for (const loss of ['cosine-silhouette', 'supcon', 'cross-entropy']) {
      const learnt = await learnHead({ features, ...someOfEach(kinds, 5) }, { loss, dimensions: 64 })
      expect(learnt.dimensions).toBe(10)
    }
  })

  it('steps by the optimizer and the schedule asked for', async () => {
    const { features, kinds } = gaussianFeatures({ perKind: 20, kinds: 3, columns: 10, seed: 5 })
    const curves = await Promise.all([{}, { optimizer: 'sgd' as const }, { schedule: 'cosine' as const }].map(async how =>
      (await learnHead({ features, ...someOfEach(kinds, 5) }, how)).curve.map(({ loss }) => loss)))
    expect(new Set(curves.map(String)).size).toBe(3)
  })

  it('says what is missing', async () => {
    const learn = (rows: number[], classes: number[], options = {}) => learnHead({ features, rows, classes }, options)
    await expect(learn([], [])).rejects.toMatchObject({ code: 'NOT_ENOUGH_LABELS', usage: true, message: expect.stringContaining('no labels') })
    await expect(learn([1, 2], [0, 0])).rejects.toMatchObject({ message: expect.stringContaining('one label so far') })
    await expect(learn([1, 2, 3], [0, 0, 1])).rejects.toMatchObject({ message: expect.stringContaining('only one label has two photos') })
    await expect(learn([1, 2, 3, 4], [0, 0, 1, 1], { loss: 'hope' })).rejects.toMatchObject({ code: 'UNKNOWN_LOSS', message: expect.stringContaining('silhouette') })
    const smallest = await learn([0, 6, 1, 7], [0, 0, 1, 1])
    expect(smallest.dimensions).toBe(200)
  })

  it('stops when told to', async () => {
    const abort = new AbortController()
    const { rows, classes } = someOfEach(kinds, 8)
    const learning = learnHead({ features, rows, classes }, { signal: abort.signal, onProgress: () => abort.abort() })
    await expect(learning).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
