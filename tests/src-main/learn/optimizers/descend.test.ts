import type { OptimizerId } from '#main/learn/optimizers/table'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { GraphBuilder } from '#main/graph/builder'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { elementCount, floats, scalar } from '#main/graph/tensor'
import { descend, descentState, rateCount, ratesOf } from '#main/learn/optimizers/descend'
import { descendInPlace } from '#main/learn/optimizers/descend-in-place'
import { optimizers } from '#main/learn/optimizers/table'
import { schedules } from '#main/learn/schedules/table'

interface Descents { starts: number[][], gradients: number[][][], ends: Record<OptimizerId, number[][]> }

const golden: Descents = JSON.parse(readFileSync(new URL('../../../reference/learning.json', import.meta.url), 'utf8')).descents
const weights = { 'some.weight': [3], 'another': [2, 2] }
const names = Object.keys(weights)

/** Both weights after the gradients given, by steps in a graph. */
async function descended(id: OptimizerId, gradients: number[][][]): Promise<number[][]> {
  const optimizer = optimizers[id]
  const shapes = descentState(weights, optimizer)
  const graph = new GraphBuilder()
  const state = Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, graph.input(name, 'float32', shape)]))
  const by = Object.fromEntries(Object.entries(weights).map(([name, shape]) => [name, graph.input(`${name} by`, 'float32', shape)]))
  const rates = Array.from({ length: rateCount(optimizer) }, (_, r) => graph.input(`rate.${r}`, 'float32', []))
  for (const [name, value] of Object.entries(descend(state, by, rates, optimizer)))
    graph.output(value, `${name}.next`)
  const session = await openSession(writeModel(graph.toModel()), { providers: ['cpu'] })
  let values = Object.fromEntries(Object.entries(shapes).map(([name, shape]) =>
    [name, floats(shape, names.includes(name) ? golden.starts[names.indexOf(name)] : new Float32Array(elementCount(shape)))]))
  for (const [at, each] of gradients.entries()) {
    const fed = Object.fromEntries(names.map((name, i) => [`${name} by`, floats(weights[name as keyof typeof weights], each[i])]))
    const step = ratesOf(optimizer, schedules.constant, { step: at + 1, steps: gradients.length, rate: 0.1 / optimizer.relativeRate })
    const got = await session.run({ ...values, ...fed, ...Object.fromEntries(step.map((rate, r) => [`rate.${r}`, scalar(rate)])) })
    values = Object.fromEntries(Object.keys(values).map(name => [name, got[`${name}.next`] as ReturnType<typeof floats>]))
  }
  await session.release()
  return names.map(name => Array.from(values[name].values as Float32Array))
}

/** The same, moved in place. */
function movedInPlace(id: OptimizerId, gradients: number[][][]): number[][] {
  const optimizer = optimizers[id]
  const moved = golden.starts.map(start => ({ values: Float32Array.from(start), slots: Array.from({ length: optimizer.slots }, () => new Float32Array(start.length)) }))
  for (const [at, each] of gradients.entries()) {
    const rates = ratesOf(optimizer, schedules.constant, { step: at + 1, steps: gradients.length, rate: 0.1 / optimizer.relativeRate })
    descendInPlace(moved, each.map(gradient => Float32Array.from(gradient)), rates, optimizer)
  }
  return moved.map(({ values }) => [...values])
}

describe('descend', () => {
  for (const id of Object.keys(optimizers) as OptimizerId[]) {
    it(`moves any weights by ${id} as PyTorch does, gradients clipped by their length together`, async () => {
      const ends = await descended(id, golden.gradients)
      ends.flat().forEach((value, i) => expect(value).toBeCloseTo(golden.ends[id].flat()[i], 5))
    })
  }

  for (const id of Object.keys(optimizers) as OptimizerId[]) {
    it(`moves them in place by ${id} alike, and not at all where a gradient is no number`, () => {
      const ends = movedInPlace(id, golden.gradients)
      ends.flat().forEach((value, i) => expect(value).toBeCloseTo(golden.ends[id].flat()[i], 5))
      const infinite = movedInPlace(id, [[[Infinity, 0, 0], [0, 0, 0, 0]]])
      expect(infinite).toEqual(golden.starts.map(start => [...Float32Array.from(start)]))
    })
  }

  it('leaves gradients that are short enough as they are', async () => {
    const [[first]] = await descended('sgd', [[[3, 0, 0], [0, 4, 0, 0]]])
    expect(first).toBeCloseTo(golden.starts[0][0] - 0.1 * 3, 6)
    const [[clipped]] = await descended('sgd', [[[6, 0, 0], [0, 8, 0, 0]]])
    expect(clipped).toBeCloseTo(golden.starts[0][0] - 0.1 * 3, 6)
  })
})
