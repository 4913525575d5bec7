import type { Backbone } from '#main/backbones/backbone'
import type { TrainingCase } from '#tests/bench/training/cases'
import process from 'node:process'
import { resnet34 } from '#main/backbones/resnet34'
import { resnet34Graph } from '#main/backbones/resnet34-graph'
import { untrainedWeights } from '#main/backbones/resnet34-weights'
import { splitNetwork, withHead } from '#main/backbones/split-network'
import { GraphBuilder } from '#main/graph/builder'
import { product, unitRows } from '#main/graph/formulas'
import { floats } from '#main/graph/tensor'
import { DeepTraining } from '#main/learn/deep/deep-training'
import { networkForBatch } from '#main/learn/deep/tail'
import { losses } from '#main/learn/losses/table'
import { HeadTraining } from '#main/learn/train-head'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'
import { median } from '#tests/bench/bench-row'
import { classCount, dimensions, trainingCases } from '#tests/bench/training/cases'

/** Trains one of the cases for a few steps, and prints what a step took. */
const each: TrainingCase = trainingCases[process.argv[2] as keyof typeof trainingCases]
const ms = await (each.part === 'head' ? headStep(each) : networkStep(each))
process.stdout.write(`${JSON.stringify({ ms, peakMb: process.resourceUsage().maxRSS / 1024 })}\n`)
process.exit(0)

function normals(count: number, scale = 1): Float32Array<ArrayBuffer> {
  const { normal } = random(5)
  return Float32Array.from({ length: count }, () => scale * normal())
}

function labels(batch: number): number[] {
  return Array.from({ length: batch }, (_, row) => row % classCount)
}

async function headStep({ batch, steps }: TrainingCase): Promise<number> {
  const training = await HeadTraining.open({
    features: matrix(batch, 512, normals(batch * 512)),
    classes: labels(batch),
    classCount,
    start: matrix(512, dimensions, normals(512 * dimensions, 1 / 22)),
    loss: losses.silhouette,
    seed: 1,
    anchor: 0,
    rate: 0.001,
    steps: 4 * steps,
    batch,
  })
  await training.advance(20)
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const started = performance.now()
    await training.advance(steps)
    times.push((performance.now() - started) / steps)
  }
  return median(times)
}

async function networkStep({ part, side, batch, steps }: TrainingCase): Promise<number> {
  const { training, shape } = await opened(part, side, batch)
  const activations = normals(batch * shape.reduce((all, size) => all * size, 1))
  const times: number[] = []
  for (let step = 0; step <= steps; step++) {
    const started = performance.now()
    await training.step(activations, labels(batch))
    times.push(performance.now() - started)
  }
  return median(times.slice(1))
}

async function opened(part: TrainingCase['part'], side: number, batch: number) {
  // The layer is named, as ResNet34's own entry looks for it in pictures of 224 pixels.
  const backbone: Backbone = {
    ...resnet34,
    preprocessing: { ...resnet34.preprocessing, crop: side },
    taps: [{ id: 'pooled', title: 'Pooled', columns: 512, tensor: { name: 'Flatten_1', spatial: false } }],
    classes: undefined,
  }
  const split = await splitNetwork(resnet34Graph(untrainedWeights(1), 1000, side), backbone, 'pooled', part === 'layer4' ? 'last-stage' : 'all')
  const head = new GraphBuilder('head')
  const weights = head.constant(floats([512, dimensions], normals(512 * dimensions, 1 / 22)), 'directions')
  head.output(product(unitRows(head.input('features', 'float32', ['N', 512])), weights), 'embedding')
  const whole = withHead(split, head.toModel())
  const tail = { network: await networkForBatch(whole, batch), shape: split.shape, type: 'float32' as const }
  const training = await DeepTraining.open({ tail, batch, classes: classCount, dimensions, loss: losses.silhouette, optimizer: 'sgd', schedule: 'constant', rate: 0.001, steps: 100, seed: 1 })
  return { training, shape: split.shape }
}
