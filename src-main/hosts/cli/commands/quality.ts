import { defineCommand } from 'citty'
import { commonArguments } from '#main/hosts/cli/arguments'
import { spaceFrom } from '#main/hosts/cli/commands/project'
import { runWithLibrary } from '#main/hosts/cli/run-with-core'

export const quality = defineCommand({
  meta: { name: 'quality', description: 'How well the labels fit a space' },
  args: {
    space: { type: 'string', description: 'The space to measure; by default the shown one', valueHint: 'ID' },
    ...commonArguments,
  },
  run: ({ args }) => runWithLibrary(args, async ({ core, say }) => {
    const { space, silhouette, accuracy, byLabel, suspects } = await core.quality.of({
      space: spaceFrom(args.space),
    })
    const labels = Object.fromEntries(byLabel.map(({ name, photos, silhouette, accuracy }) => [
      name,
      { photos, silhouette, accuracy },
    ]))
    say({
      space,
      silhouette,
      accuracy,
      byLabel: labels,
      suspects: suspects.map(({ path, label, silhouette }) => ({ path, label, silhouette })),
    }, [
      `silhouette ${silhouette.toFixed(3)}, nearest neighbour right ${(100 * accuracy).toFixed(1)} %`,
      ...byLabel.map(({ name, photos, silhouette, accuracy }) => `  ${name}: ${photos} photos, silhouette ${silhouette.toFixed(3)}, ${(100 * accuracy).toFixed(1)} %`),
      ...suspects.slice(0, 20).map(({ path, label, silhouette }) => `suspect: ${path} as ${label} (${silhouette.toFixed(3)})`),
    ].join('\n'))
  }),
})
