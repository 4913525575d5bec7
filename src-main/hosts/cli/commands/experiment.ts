import type { ExperimentRow } from '#main/app/experiments/experiment'
import { defineCommand } from 'citty'
import { cellText } from '#main/app/experiments/experiment-page'
import { placeOutside } from '#main/app/place-outside'
import { experimentNamed } from '#main/app/run-experiment'
import { commonArguments } from '#main/hosts/cli/arguments'
import { runWithCore } from '#main/hosts/cli/run-with-core'
import { numberFrom, UsageError } from '#main/hosts/cli/usage-error'
import { losses } from '#main/learn/losses/table'

export const experiment = defineCommand({
  meta: { name: 'experiment', description: 'The article\'s experiments: seen, unseen, circle, few-shot, hierarchy' },
  args: {
    name: { type: 'positional', required: true, description: 'Which one' },
    folder: { type: 'positional', required: true, description: 'Photos whose folders are their true groups' },
    to: { type: 'string', default: 'experiments', description: 'The folder its page is written to', valueHint: 'DIR' },
    losses: { type: 'string', default: 'silhouette,cosine-silhouette,supcon,cross-entropy', description: 'Losses to compare, or all', valueHint: 'LIST' },
    dimensions: { type: 'string', default: '10,16,64', description: 'Sizes to compare', valueHint: 'LIST' },
    labels: { type: 'string', default: '20', description: 'Photos labelled in each group', valueHint: 'N' },
    taps: { type: 'string', description: 'Layers to look at, for hierarchy', valueHint: 'LIST' },
    seed: { type: 'string', default: '0', description: 'Makes the same experiment again', valueHint: 'N' },
    ...commonArguments,
  },
  run: ({ args }) => runWithCore(args, async ({ core, follow, say, path }) => {
    const dimensions = listOf(args.dimensions).map(size => numberFrom(size, 'dimensions', { least: 2, most: 2048, whole: true })!)
    const chosen = args.losses === 'all' ? Object.keys(losses) : listOf(args.losses)
    if (chosen.length === 0 || dimensions.length === 0)
      throw new UsageError('--losses and --dimensions need at least one each.', 'experiment')
    const order = {
      name: args.name,
      to: path(args.to),
      losses: chosen,
      dimensions,
      labels: numberFrom(args.labels, 'labels', { least: 2, most: 10_000, whole: true })!,
      seed: numberFrom(args.seed, 'seed', { least: 0, whole: true })!,
    }
    // What cannot be is said before every photo is read for it.
    experimentNamed(order.name, order)
    placeOutside(path(args.folder), order.to)
    await core.library.open({ folder: path(args.folder), file: args.library && path(args.library), index: false })
    await follow(await core.indexing.start({ taps: args.taps === undefined ? undefined : listOf(args.taps) }))
    const result = await follow(await core.experiments.run(order))
    say(result, `${tableText(result.rows)}\nThe maps side by side: ${result.page}`)
  }),
})

function listOf(text: string): string[] {
  return text.split(',').map(word => word.trim()).filter(Boolean)
}

function tableText(rows: ExperimentRow[]): string {
  const columns = Object.keys(rows[0])
  const cells = [columns, ...rows.map(row => columns.map(column => cellText(row[column])))]
  const widths = columns.map((_, at) => Math.max(...cells.map(row => row[at].length)))
  return cells.map(row => row.map((cell, at) => at === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[at])).join('  ')).join('\n')
}
