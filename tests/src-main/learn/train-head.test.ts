import { describe, expect, it } from 'vitest'
import { losses } from '#main/learn/losses/table'
import { multiply } from '#main/learn/multiply'
import { optimizers } from '#main/learn/optimizers/table'
import { HeadTraining } from '#main/learn/train-head'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'
import { meanSilhouette, silhouetteScores } from '#main/matrix/silhouette-scores'
import { gaussianFeatures } from './gaussian-features'

const { features, kinds } = gaussianFeatures({ perKind: 20, kinds: 3, columns: 12, seed: 8 })
// Of unit size, as whitened features are; only then does one rate suit every loss.
features.values.forEach((value, at) => features.values[at] = (value - 2) / 2)
const start = matrix(12, 3, Float32Array.from({ length: 36 }, random(1).normal))
const options = { features, classes: kinds, classCount: 3, start, loss: losses.silhouette, seed: 1, anchor: 0, rate: 0.02, steps: 60 }

async function train(more: object, ...steps: number[]) {
  const training = await HeadTraining.open({ ...options, ...more })
  const curve: number[] = []
  for (const count of steps)
    curve.push(...await training.advance(count))
  const { head } = training
  await training.release()
  return { curve, head }
}

describe('headTraining', () => {
  it('lowers every loss of the table, by every optimizer and schedule', async () => {
    for (const loss of Object.values(losses)) {
      for (const optimizer of Object.keys(optimizers)) {
        const { curve } = await train({ loss, optimizer, schedule: optimizer === 'sgd' ? 'cosine' : 'constant' }, 60)
        expect(curve.at(-1), `${loss.id} by ${optimizer}`).toBeLessThan(curve[0] * 0.9)
      }
    }
  })

  it('goes by the schedule: at the end of a cosine it hardly moves', async () => {
    const training = await HeadTraining.open({ ...options, schedule: 'cosine', steps: 100 })
    const heads = [training.head]
    for (const steps of [50, 49, 1]) {
      await training.advance(steps)
      heads.push(training.head)
    }
    await training.release()
    const [, half, late, end] = heads.map(({ values }) => values)
    expect(Math.hypot(...end.map((value, i) => value - late[i]))).toBeLessThan(0.001 * Math.hypot(...late.map((value, i) => value - half[i])) + 1e-3)
  })

  it('shares a network with a training of as many rows, or of any number where batches are drawn, and with no other', async () => {
    const fewer = { features: matrix(50, 12, features.values.slice(0, 50 * 12)), classes: kinds.slice(0, 50), rate: 0.01 }
    for (const more of [{ batch: 24 }, { batch: 24, ...fewer }, { ...fewer }, { loss: losses.triplet }]) {
      const first = await HeadTraining.open({ ...options, batch: 24 })
      const second = await HeadTraining.open({ ...options, ...more }, first)
      await first.advance(3)
      await first.release()
      const losses = await second.advance(6)
      expect([...losses]).toEqual((await train(more, 6)).curve)
      await second.release()
    }
  })

  it('comes to the same in one call as in many, batches and all', async () => {
    const once = await train({ batch: 24 }, 12)
    const often = await train({ batch: 24 }, 1, 4, 7)
    expect(often.curve).toEqual(once.curve)
    expect(often.head).toEqual(once.head)
  })

  it('takes all rows for a batch that has room for them, and tells their silhouette at every step', async () => {
    const training = await HeadTraining.open(options)
    for (let step = 0; step < 3; step++) {
      const scores = await silhouetteScores(multiply(features, training.head), kinds)
      const [loss] = await training.advance(1)
      expect(loss).toBeCloseTo((1 - meanSilhouette(scores)) / 2, 5)
    }
    await training.release()
  })

  it('stays nearer to its start the more it is held', async () => {
    const moved = async (anchor: number) => {
      const { head } = await train({ anchor }, 80)
      return Math.hypot(...head.values.map((value, at) => value - start.values[at]))
    }
    const [free, held, tight] = [await moved(0), await moved(1), await moved(100)]
    expect(held).toBeLessThan(free / 2)
    expect(tight).toBeLessThan(held / 2)
  })

  it('stops where the loss is no number, with the last good head', async () => {
    const training = await HeadTraining.open({ ...options, optimizer: 'sgd', loss: losses['cross-entropy'], rate: 1e20 })
    await expect(training.advance(50)).rejects.toMatchObject({ code: 'LOSS_NOT_FINITE', data: { step: expect.any(Number) } })
    expect(training.head.values).toEqual(start.values)
    await training.release()
  })
})
