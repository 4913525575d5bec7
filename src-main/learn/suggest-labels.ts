import type { LabelledRows } from '#main/learn/class-beliefs'
import type { NeighbourGraph } from '#main/learn/neighbour-graph'
import type { Matrix } from '#main/matrix/matrix'
import type { Neighbours } from '#main/matrix/neighbours'
import { classBeliefs } from '#main/learn/class-beliefs'
import { labelFolds } from '#main/learn/label-folds'
import { neighbourGraph } from '#main/learn/neighbour-graph'
import { lessSure, sharpnessFor } from '#main/learn/sharpness'
import { spreadLabels } from '#main/learn/spread-labels'
import { pace } from '#main/matrix/pace'

export interface SuggestInputs extends LabelledRows {
  /** [N, D] float32: every photo in the space to suggest in; unit-length for a backbone's own features. */
  space: Matrix
  /** The nearest neighbours of every photo in that space; up to ten of each are used. */
  neighbours: Neighbours
  /** The act that gave each labelled row its label, 0 where that is not known. */
  acts?: ArrayLike<number>
  /** How much of what labels tell is left beyond their acts, in (0, 1], as learning the space found; 1 for a space that no label took part in. */
  beyondActs?: number
  /** Pairs of row and class that must not be suggested, one after another. */
  refused?: ArrayLike<number>
}

export interface SuggestedLabels {
  /** The photos without a label that have a suggestion. */
  rows: Int32Array
  /** The class suggested to each. */
  classes: Int32Array
  /** How likely each is right, in [0, 1]: of those with 0.9, about nine in ten. */
  confidences: Float32Array
}

const neighboursUsed = 10
/** How much a class mean's word counts beside a label's: little where labels are near, all where none is. */
const suppose = 0.1
const foldCount = 5
/** A learnt space has seen the labels it is held to, which lie nearer to their class there than other photos do, and draw these to it. */
const modesty = 0.7

/**
 * Suggests a label for every photo without one. Labels spread along the neighbour graph of the space; where none comes
 * near, the class means speak. Confidences are set by labels held out in five folds, whose own suggestions show how
 * sure to be, and by so much lower as labels given in one act are told more easily than others (`beyondActs`). Deterministic; needs no ONNX Runtime.
 *
 * @throws CANCELLED
 */
export async function suggestLabels(inputs: SuggestInputs, { signal }: { signal?: AbortSignal } = {}): Promise<SuggestedLabels> {
  const { space, neighbours, rows, classes, classCount, refused = [] } = inputs
  if (rows.length === 0)
    return { rows: new Int32Array(), classes: new Int32Array(), confidences: new Float32Array() }
  const rest = pace('Suggesting labels', signal)
  const graph = neighbourGraph(neighbours, neighboursUsed)
  const sharpness = await heldOutSharpness(inputs, graph, rest)
  const beliefs = await shares(space, graph, { rows, classes, classCount }, rest)
  for (let at = 0; at + 1 < refused.length; at += 2)
    beliefs[refused[at] * classCount + refused[at + 1]] = 0

  const labelled = new Set(Array.from(rows))
  const suggested: SuggestedLabels = {
    rows: new Int32Array(space.rows - labelled.size),
    classes: new Int32Array(space.rows - labelled.size),
    confidences: new Float32Array(space.rows - labelled.size),
  }
  let count = 0
  for (let i = 0; i < space.rows; i++) {
    const own = beliefs.subarray(i * classCount, (i + 1) * classCount)
    const best = own.indexOf(Math.max(...own))
    if (labelled.has(i) || !(own[best] > 0))
      continue
    let sum = 0
    for (const share of own)
      sum += (share / own[best]) ** sharpness
    suggested.rows[count] = i
    suggested.classes[count] = best
    suggested.confidences[count++] = 1 / sum
  }
  return {
    rows: suggested.rows.slice(0, count),
    classes: suggested.classes.slice(0, count),
    confidences: suggested.confidences.slice(0, count),
  }
}

/** [N, K] float32: what each photo is, rows of sum 1. */
async function shares(space: Matrix, graph: NeighbourGraph, labels: LabelledRows, rest: () => Promise<void>): Promise<Float32Array> {
  const { classCount } = labels
  const known = classBeliefs(space, labels).map(value => value * suppose)
  for (let at = 0; at < labels.rows.length; at++) {
    known.fill(0, labels.rows[at] * classCount, (labels.rows[at] + 1) * classCount)
    known[labels.rows[at] * classCount + labels.classes[at]] = 1
  }
  const spread = await spreadLabels(graph, known, classCount, rest)
  for (let start = 0; start < spread.length; start += classCount) {
    let sum = 0
    for (let at = start; at < start + classCount; at++)
      sum += spread[at] = Math.max(spread[at], 0)
    for (let at = start; at < start + classCount; at++)
      spread[at] /= sum || 1
  }
  return spread
}

/** The exponent that makes shares honest, by the labels: each fold is suggested to from the others. */
async function heldOutSharpness({ space, rows, classes, acts, beyondActs = 1, classCount }: SuggestInputs, graph: NeighbourGraph, rest: () => Promise<void>): Promise<number> {
  const folds = labelFolds(classes, foldCount, 0, acts)
  const logs: Float64Array[] = []
  const truths: number[] = []
  for (let fold = 0; fold < foldCount; fold++) {
    const held = Array.from(folds.keys()).filter(at => folds[at] === fold)
    const others = Array.from(folds.keys()).filter(at => folds[at] !== fold)
    if (held.length === 0)
      continue
    const beliefs = await shares(space, graph, {
      rows: others.map(at => rows[at]),
      classes: others.map(at => classes[at]),
      classCount,
    }, rest)
    for (const at of held) {
      logs.push(Float64Array.from(beliefs.subarray(rows[at] * classCount, (rows[at] + 1) * classCount), share => Math.log(Math.max(share, 1e-9))))
      truths.push(classes[at])
    }
  }
  const sharpness = modesty * sharpnessFor(logs, truths)
  return beyondActs < 1 ? lessSure(logs, sharpness, beyondActs) : sharpness
}
