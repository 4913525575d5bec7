import { describe, expect, it } from 'vitest'
import { DeepTraining } from '#main/learn/deep/deep-training'
import { losses } from '#main/learn/losses/table'
import { patternedViews, smallTail } from '#tests/fixtures/small-tail'

const labels = [0, 1, 2, 0, 1, 2]

async function training(rate = 0.01) {
  const { tail } = await smallTail(6)
  const views = patternedViews(tail, labels, 0.5)
  const activations = views.read(labels.map((_, photo) => ({ photo, view: 0 })))
  const opened = await DeepTraining.open({ tail, batch: 6, classes: 3, dimensions: 4, loss: losses.silhouette, optimizer: 'sgd', schedule: 'constant', rate, steps: 10, seed: 1, threads: 1 })
  return { opened, activations, tail }
}

describe('the training of a tail', () => {
  it('lowers the loss, and comes back to a state that was kept', async () => {
    const { opened, activations } = await training()
    const start = structuredClone(opened.state)
    const first = await opened.step(activations, labels)
    for (let step = 0; step < 8; step++)
      await opened.step(activations, labels)
    expect(await opened.step(activations, labels)).toBeLessThan(first)
    expect(opened.steps).toBe(10)
    opened.restore(start)
    expect(opened.steps).toBe(0)
    expect(await opened.step(activations, labels)).toBe(first)
    expect(() => opened.restore({ step: 0, weights: {} })).toThrow(RangeError)
    await opened.release()
  })

  it('leaves the network as it was until a step is taken, and then changes every weight of it', async () => {
    const { opened, activations, tail } = await training()
    const bytes = (initializers: { raw: Uint8Array }[]): number[][] => initializers.map(({ raw }) => [...raw])
    expect(bytes(opened.network().initializers)).toEqual(bytes(tail.network.initializers))
    await opened.step(activations, labels)
    const changed = opened.network().initializers.filter(({ name, raw }) => {
      const before = tail.network.initializers.find(each => each.name === name)!.raw
      return !raw.every((byte, at) => byte === before[at])
    })
    expect(changed.map(({ shape }) => shape)).toEqual(expect.arrayContaining([[12, 8, 3, 3], [12, 12, 3, 3], [12, 4]]))
    await opened.release()
  })
})
