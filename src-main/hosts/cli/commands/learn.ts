import { defineCommand } from 'citty'
import { commonArguments } from '#main/hosts/cli/arguments'
import { runWithLibrary } from '#main/hosts/cli/run-with-core'
import { numberFrom } from '#main/hosts/cli/usage-error'

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
    dimensions: {
      type: 'string',
      description: 'Dimensions of the new space',
      default: '16',
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
      dimensions: numberFrom(args.dimensions, 'dimensions', { least: 2, most: 2048, whole: true }),
      seed: numberFrom(args.seed, 'seed', { least: 0, whole: true }),
    }))
    const { heldOut: { before, after }, verdict, seconds, run } = result
    say(result, `Run ${run}, ${seconds.toFixed(2)} s. ${verdict}\n`
    + `held out:  silhouette ${before.silhouette.toFixed(3)} → ${after.silhouette.toFixed(3)},  accuracy ${before.accuracy.toFixed(3)} → ${after.accuracy.toFixed(3)}`)
  }),
})
