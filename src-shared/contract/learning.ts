import { oc } from '@orpc/contract'
import * as z from 'zod'
import { heldOutQuality, runId, spaceId } from '#shared/contract/common'
import { task } from '#shared/contract/tasks'

export const learnOptions = z.object({
  loss: z.string().default('silhouette'),
  depth: z.string().default('head'),
  optimizer: z.string().default('adam'),
  schedule: z.string().default('constant'),
  /** Of the new space; chosen by labels held out where it is left out. */
  dimensions: z.int().min(2).max(2048).optional(),
  seed: z.int().nonnegative().default(0),
  /** How many clusters to look for, for a loss that needs no labels; null leaves it to the number of photos. */
  clusters: z.int().min(2).max(1000).nullable().default(null),
})
export type LearnOptions = z.infer<typeof learnOptions>

/** One training: from which labels, how, and what it came to. */
export const run = z.object({
  id: runId,
  loss: z.string(),
  depth: z.string(),
  /** Null where the run is older than the record of it. */
  optimizer: z.string().nullable(),
  schedule: z.string().nullable(),
  /** How many clusters it was told to look for; null where it was told nothing. */
  clusters: z.int().nullable(),
  dimensions: z.int(),
  seed: z.int(),
  /** Labelled photos and distinct labels it learned from. */
  photos: z.int(),
  labels: z.int(),
  /** Milliseconds since 1970, UTC. */
  startedAt: z.number(),
  seconds: z.number(),
  before: heldOutQuality,
  after: heldOutQuality,
  /** Whether its space was good enough to be shown. */
  kept: z.boolean(),
  /** Why it was kept or not, in a sentence. */
  verdict: z.string(),
  space: spaceId.nullable(),
  /** Whether its space is the one now shown. */
  shown: z.boolean(),
  curve: z.array(z.object({
    step: z.number(),
    loss: z.number(),
    heldOut: z.number().nullable(),
  })),
})
export type Run = z.infer<typeof run>

export const learningContract = {
  /** Trains on the labels there are, embeds the library in the new space, projects it and shows it if it is better. */
  learn: oc.input(learnOptions).output(task),
  /** What can be learnt with, for a menu. */
  losses: oc.output(z.array(z.object({
    id: z.string(),
    title: z.string(),
    sentence: z.string(),
    needsLabels: z.boolean(),
  }))),
  /** How much of the network may learn, for a menu; the first is the usual one. */
  depths: oc.output(z.array(z.object({
    id: z.string(),
    title: z.string(),
    sentence: z.string(),
  }))),
  runs: oc.output(z.array(run)),
  /** Shows the space of a run, or with null the backbone's own, laid out first where it never was. An act that can be undone. */
  activate: oc.input(z.object({
    run: runId.nullable(),
  })).output(task.nullable()),
}
