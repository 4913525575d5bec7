import { defineCommand } from 'citty'
import { commonArguments } from '#main/hosts/cli/arguments'
import { runWithLibrary } from '#main/hosts/cli/run-with-core'
import { numberFrom } from '#main/hosts/cli/usage-error'
import { optimizers } from '#main/learn/optimizers/table'
import { schedules } from '#main/learn/schedules/table'

export const learn = defineCommand({
  meta: { name: 'learn', description: 'Train on the labels, embed the library again, and keep it if it is better' },
  args: {
    loss: {
      type: 'string',
      description: 'The loss to train with',
      default: 'silhouette',
      valueHint: 'ID',
    },
    depth: {
      type: 'string',
      description: 'How much of the network learns',
      default: 'head',
      valueHint: 'DEPTH',
    },
    optimizer: {
      type: 'string',
      description: Object.keys(optimizers).join(', '),
      default: 'adam',
      valueHint: 'ID',
    },
    schedule: {
      type: 'string',
      description: `How the rate goes: ${Object.keys(schedules).join(', ')}`,
      default: 'constant',
      valueHint: 'ID',
    },
    dimensions: {
      type: 'string',
      description: 'Dimensions of the new space; by default held-out labels choose',
      valueHint: 'N',
    },
    clusters: {
      type: 'string',
      description: 'How many clusters to look for, with a loss that needs no labels',
      valueHint: 'N',
    },
    seed: {
      type: 'string',
      description: 'Makes the same run again',
      default: '0',
      valueHint: 'N',
    },
    ...commonArguments,
  },
  run: ({ args }) => runWithLibrary(args, async ({ core, follow, say }) => {
    const result = await follow(await core.learning.learn({
      loss: args.loss,
      depth: args.depth,
      optimizer: args.optimizer,
      schedule: args.schedule,
      dimensions: numberFrom(args.dimensions, 'dimensions', { least: 2, most: 2048, whole: true }),
      clusters: numberFrom(args.clusters, 'clusters', { least: 2, most: 1000, whole: true }) ?? null,
      seed: numberFrom(args.seed, 'seed', { least: 0, whole: true }),
    }))
    const { heldOut: { before, after }, verdict, seconds, run } = result
    say(result, `Run ${run}, ${seconds.toFixed(2)} s. ${verdict}\n`
    + `held out:  silhouette ${before.silhouette.toFixed(3)} → ${after.silhouette.toFixed(3)},  accuracy ${before.accuracy.toFixed(3)} → ${after.accuracy.toFixed(3)}`)
  }),
})
