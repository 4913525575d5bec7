import type { OnnxModel } from '#main/graph/protobuf/model'
import type { Tensor } from '#main/graph/tensor'
import type { Value } from '#main/graph/value'
import type { Head } from '#main/learn/heads/head'
import type { Loss } from '#main/learn/losses/loss'
import type { Optimizer } from '#main/learn/optimizers/optimizer'
import { GraphBuilder } from '#main/graph/builder'
import { minus, plus, times } from '#main/graph/formulas'
import { gradients } from '#main/graph/gradient'
import { descend, descentState, rateCount } from '#main/learn/optimizers/descend'

export interface TrainingGraphOptions {
  /** Of all rows that are trained on. */
  rows: number
  columns: number
  classes: number
  batch: number
  dimensions: number
  head: Head
  loss: Loss
  optimizer: Optimizer
  /** Weights of the loss itself, at their start. */
  lossWeights: Readonly<Record<string, Tensor>>
}

/** Whether two trainings run the same network. */
export function sameNetwork(a: TrainingGraphOptions, b: TrainingGraphOptions): boolean {
  const shapes = [a, b].map(options => JSON.stringify([stateShapes(options), options.classes, options.batch, options.batch < options.rows || options.rows]))
  return shapes[0] === shapes[1] && a.head === b.head && a.loss === b.loss && a.optimizer === b.optimizer
}

type StateOptions = Pick<TrainingGraphOptions, 'head' | 'columns' | 'dimensions' | 'optimizer' | 'lossWeights'>

/** The shapes of the values that a step takes and gives back, by name. As an output each has `.next` behind its name. */
export function stateShapes(options: StateOptions): Record<string, readonly number[]> {
  return descentState(weightShapes(options), options.optimizer)
}

function weightShapes({ head, columns, dimensions, lossWeights }: StateOptions): Record<string, readonly number[]> {
  return { ...head.weights(columns, dimensions), ...Object.fromEntries(Object.entries(lossWeights).map(([name, { shape }]) => [name, shape])) }
}

/** What the optimizer's numbers for each step are called among the inputs. */
export function rateName(at: number): string {
  return `rate.${at}`
}

/**
 * Any number of training steps as one network: a Loop whose round gathers a batch, embeds it by the head, and follows
 * the gradient of `loss + anchoring · Σ |weight − start|²` over the head's weights. Where a batch has room for all rows,
 * it is all rows in their order, and what follows from features and classes alone is computed once, before the loop;
 * where it has not, the network is the same for any number of rows.
 *
 * Inputs: features [rows, columns], oneHot [rows, classes], batches [T, batch] int64 (not where a batch is all rows),
 * `rateName` [T] each, rounds [] int64 (T), anchoring [], `start.` and the name for each weight of the head, and the state.
 * Outputs: the next state, and losses [T], without the anchor's part.
 */
export function trainingGraph(options: TrainingGraphOptions): OnnxModel {
  const { rows, columns, classes, batch, dimensions, head, loss, optimizer } = options
  const graph = new GraphBuilder('training')
  const count = batch < rows ? 'N' : rows
  const features = graph.input('features', 'float32', [count, columns])
  const oneHot = graph.input('oneHot', 'float32', [count, classes])
  const batches = batch < rows ? graph.input('batches', 'int64', ['T', batch]) : undefined
  const rates = Array.from({ length: rateCount(optimizer) }, (_, at) => graph.input(rateName(at), 'float32', ['T']))
  const rounds = graph.input('rounds', 'int64', [])
  const anchoring = graph.input('anchoring', 'float32', [])
  const pull = times(anchoring, 2)
  const starts = Object.entries(head.weights(columns, dimensions)).map(([name, shape]) =>
    ({
      name,
      value: graph.input(`start.${name}`, 'float32', shape),
    }))
  const shapes = stateShapes(options)
  const names = Object.keys(shapes)
  const states = names.map(name => graph.input(name, 'float32', shapes[name]))

  const { states: last, collected: [losses] } = graph.loop(rounds, states, (body, round, inside) => {
    const state = Object.fromEntries(names.map((name, at) => [name, inside[at]]))
    const at = batches && body.add('Gather', [batches, round])
    const ofBatch = (all: Value): Value => at ? body.add('Gather', [all, at]) : all
    const here = loss.build({
      embedding: head.build(ofBatch(features), state),
      oneHot: ofBatch(oneHot),
      weights: state,
    })
    const trained = Object.keys(weightShapes(options))
    const byWeight = Object.fromEntries(gradients(body, here, trained.map(name => state[name])).map((gradient, at) => [trained[at], gradient]))
    for (const { name, value } of starts)
      byWeight[name] = plus(byWeight[name], times(minus(state[name], value), pull))
    const next = descend(state, byWeight, rates.map(each => body.add('Gather', [each, round])), optimizer)
    return {
      states: names.map(name => next[name]),
      collected: [here],
    }
  })
  names.forEach((name, at) => graph.output(last[at], `${name}.next`))
  graph.output(losses, 'losses')
  return graph.toModel()
}
