import { defineCommand } from 'citty'
import { commonArguments } from '#main/hosts/cli/arguments'
import { runWithLibrary } from '#main/hosts/cli/run-with-core'
import { numberFrom } from '#main/hosts/cli/usage-error'

export const suggest = defineCommand({
  meta: { name: 'suggest', description: 'Suggest labels for the unlabelled photos' },
  args: {
    acceptAbove: { type: 'string', description: 'Accept those at least this sure', valueHint: '0…1' },
    ...commonArguments,
  },
  run: ({ args }) => runWithLibrary(args, async ({ core, say }) => {
    const above = numberFrom(args.acceptAbove, 'accept-above', { least: 0, most: 1 })
    const { suggested } = await core.suggestions.refresh()
    const { labels } = await core.labels.list()
    const byLabel = Object.fromEntries(labels.map(({ name, suggested }) => [name, suggested]))
    const accepted = above === undefined
      ? 0
      : (await core.suggestions.accept({ above })).changed
    say({ suggested, accepted, byLabel }, [
      `${suggested} suggestions, ${accepted} accepted.`,
      ...labels.map(({ name, suggested }) => `  ${name}: ${suggested}`),
    ].join('\n'))
  }),
})
