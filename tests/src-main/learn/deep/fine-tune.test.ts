import type { FineTuneInputs, FineTuneProgress } from '#main/learn/deep/fine-tune'
import { deserialize, serialize } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { deepFolds, fineTune } from '#main/learn/deep/fine-tune'
import { losses } from '#main/learn/losses/table'
import { matrix } from '#main/matrix/matrix'
import { blindVectors, patternedViews, smallTail } from '#tests/fixtures/small-tail'

const labels = Array.from({ length: 48 }, (_, photo) => photo % 3)

async function inputs(changes: Partial<FineTuneInputs> = {}): Promise<FineTuneInputs> {
  const { tail } = await smallTail(12)
  return {
    tail,
    batch: 12,
    dimensions: 4,
    loss: losses.silhouette,
    optimizer: 'adam',
    schedule: 'constant',
    seed: 1,
    threads: 1,
    views: patternedViews(tail, labels, 1),
    labels,
    folds: deepFolds(labels, 1),
    classCount: 3,
    before: blindVectors(labels.length),
    ...changes,
  }
}

describe('fineTune', { timeout: 60_000 }, () => {
  it('learns from labels what photos held out confirm, and says so', async () => {
    const { kept, before, after, curve, verdict } = await fineTune(await inputs())
    expect(after.accuracy).toBeGreaterThan(before.accuracy)
    expect(kept).toBe(true)
    expect(verdict).toContain('held out')
    expect(curve.at(-1)!.loss).toBeLessThan(curve[0].loss)
    expect(curve.every(({ heldOut }) => heldOut !== null)).toBe(true)
  })

  it('keeps the old space where that tells the labels apart better', async () => {
    const apart = matrix(labels.length, 4, Float32Array.from(labels.flatMap(label => [0, 1, 2, 3].map(at => at === label ? 1 : 0))))
    const { kept, before, verdict } = await fineTune(await inputs({ before: apart }))
    expect(before.accuracy).toBe(1)
    expect(kept).toBe(false)
    expect(verdict).toContain('stays')
  })

  it('goes on from a checkpoint to the very weights that it would have come to', async () => {
    const whole = await fineTune(await inputs())
    const stop = new AbortController()
    let written: Buffer | undefined
    await expect(fineTune(await inputs(), {
      signal: stop.signal,
      checkpointMs: 0,
      onCheckpoint: async (progress) => {
        written = serialize(progress)
        if (progress.curve.length === 3)
          stop.abort()
      },
    })).rejects.toMatchObject({ code: 'CANCELLED' })
    const from: FineTuneProgress = deserialize(written!)
    expect(from.state.step).toBe(30)
    const resumed = await fineTune(await inputs(), { from })
    expect(resumed.curve).toEqual(whole.curve)
    expect(resumed.network).toEqual(whole.network)
    // And again, as where memory ran out on the way.
    const again = await fineTune(await inputs(), { from })
    expect(again.curve).toEqual(whole.curve)
    expect(again.network).toEqual(whole.network)
    // What an earlier version wrote down, whose weights had another form.
    const [name] = Object.keys(from.state.weights)
    const other = { ...from, state: { ...from.state, weights: { ...from.state.weights, [name]: from.state.weights[name].map(values => values.slice(1)) } } }
    expect((await fineTune(await inputs(), { from: other })).curve).toEqual(whole.curve)
  })

  it('stops where the loss is no longer a number, and says at which step', async () => {
    const { tail } = await smallTail(12)
    const views = patternedViews(tail, labels, 1)
    const broken = { ...views, read: (asked: Parameters<typeof views.read>[0]) => views.read(asked).fill(Number.NaN) as Float32Array }
    await expect(fineTune(await inputs({ views: broken }))).rejects.toMatchObject({ code: 'LOSS_NOT_FINITE', data: { step: 1 } })
  })

  it('trains on fewer views than a step has places', async () => {
    const few = labels.slice(0, 9)
    const { tail } = await smallTail(32)
    const { curve } = await fineTune(await inputs({ tail, batch: 32, labels: few, folds: deepFolds(few, 1), views: patternedViews(tail, few, 1.5), before: blindVectors(few.length) }))
    expect(curve.length).toBeGreaterThan(2)
  })

  it('measures photos held out against their own label too where there are many labels', async () => {
    const many = Array.from({ length: 1200 }, (_, photo) => photo % 400)
    const { tail } = await smallTail(12)
    // Every label has a place of its own, so that nothing can be taken for another.
    const around = matrix(many.length, 2, Float32Array.from(many.flatMap(label => [Math.cos(label * Math.PI / 200), Math.sin(label * Math.PI / 200)])))
    const { before } = await fineTune(await inputs({ tail, labels: many, classCount: 400, folds: deepFolds(many, 1), views: patternedViews(tail, many, 1, 1), before: around }))
    expect(before.accuracy).toBe(1)
  })

  it('holds out a quarter of each label, by the seed', () => {
    const folds = deepFolds(labels, 4)
    for (const label of [0, 1, 2])
      expect([...folds].filter((fold, photo) => fold >= 0 && labels[photo] === label)).toHaveLength(4)
    expect([...folds].filter(fold => fold === 0)).toHaveLength(6)
    expect([...deepFolds(labels, 4)]).toEqual([...folds])
    expect([...deepFolds(labels, 5)]).not.toEqual([...folds])
  })

  it('leaves two photos of every label to be trained on, and holds one out where there are more', () => {
    const few = [0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 4, 4, 4]
    const heldOf = (folds: Int32Array): number[] => [0, 1, 2, 3, 4].map(label => folds.filter((fold, photo) => fold >= 0 && few[photo] === label).length)
    for (let seed = 0; seed < 5; seed++) {
      const folds = deepFolds(few, seed)
      expect(heldOf(folds)).toEqual([1, 1, 0, 0, 1])
      expect(new Set(folds.filter(fold => fold >= 0))).toEqual(new Set([0, 1]))
    }
  })

  it('holds out together what was labelled in one act', () => {
    const few = Array.from({ length: 24 }, (_, photo) => photo % 2)
    const acts = few.map((label, photo) => 1 + label + 2 * Math.floor(photo / 6))
    for (let seed = 0; seed < 5; seed++) {
      const folds = deepFolds(few, seed, acts)
      for (const act of new Set(acts))
        expect(new Set(folds.filter((_, photo) => acts[photo] === act)).size).toBe(1)
      expect(folds.filter(fold => fold >= 0)).toHaveLength(6)
    }
  })
})
