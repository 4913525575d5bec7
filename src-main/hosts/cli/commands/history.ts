import { defineCommand } from 'citty'
import { commonArguments } from '#main/hosts/cli/arguments'
import { runWithLibrary } from '#main/hosts/cli/run-with-core'

export const undo = defineCommand({
  meta: { name: 'undo', description: 'Take the last action back' },
  args: { ...commonArguments },
  run: ({ args }) => runWithLibrary(args, async ({ core, say }) => {
    const { undo: title } = await core.labels.list()
    const done = await core.labels.undo()
    say(done, title
      ? `Undone: ${title}.`
      : 'There is nothing to undo.')
  }),
})

export const redo = defineCommand({
  meta: { name: 'redo', description: 'Do the action taken back last again' },
  args: { ...commonArguments },
  run: ({ args }) => runWithLibrary(args, async ({ core, say }) => {
    const { redo: title } = await core.labels.list()
    const done = await core.labels.redo()
    say(done, title
      ? `Done again: ${title}.`
      : 'There is nothing to do again.')
  }),
})
