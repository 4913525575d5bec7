import { defineCommand } from 'citty'
import { exporters } from '#main/export/table'
import { commonArguments } from '#main/hosts/cli/arguments'
import { runFrom, spaceFrom } from '#main/hosts/cli/commands/project'
import { runWithLibrary } from '#main/hosts/cli/run-with-core'

export const exportLibrary = defineCommand({
  meta: { name: 'export', description: 'Write labels, vectors, sorted folders or a run\'s network' },
  args: {
    format: { type: 'positional', required: true, description: Object.keys(exporters).join(', ') },
    to: {
      type: 'string',
      required: true,
      description: 'The file or folder to write',
      valueHint: 'PATH',
    },
    space: { type: 'string', description: 'The space whose vectors are written; by default the shown one', valueHint: 'ID' },
    run: { type: 'string', description: 'The run whose network is written; by default the shown one', valueHint: 'ID' },
    ...commonArguments,
  },
  run: ({ args }) => runWithLibrary(args, async ({ core, say, path }) => {
    const result = await core.exports.write({
      format: args.format,
      to: path(args.to),
      space: spaceFrom(args.space),
      run: runFrom(args.run),
    })
    say(result, `${result.written} written to ${result.to}.${result.gone > 0
      ? ` Left out, as their file is gone: ${result.gone}.`
      : ''}`)
  }),
})
