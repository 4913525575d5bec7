import type { Session } from '#main/hosts/cli/run-with-core'
import { existsSync } from 'node:fs'
import { defineCommand } from 'citty'
import { commonArguments } from '#main/hosts/cli/arguments'
import { runFrom } from '#main/hosts/cli/commands/project'
import { runWithCore, runWithLibrary } from '#main/hosts/cli/run-with-core'
import { UsageError } from '#main/hosts/cli/usage-error'

export const models = defineCommand({
  meta: { name: 'models', description: 'List the networks; get ID fetches one; add FILE brings your own; add --run ID keeps a run\'s' },
  args: {
    paths: { type: 'positional', required: false, description: 'get ID, add FILE, or add --run ID' },
    run: { type: 'string', description: 'The run whose network other libraries are to see by', valueHint: 'ID' },
    ...commonArguments,
  },
  run: async ({ args }) => {
    const [verb, name, ...more] = args._
    const run = runFrom(args.run)
    const complete = run === undefined
      ? verb === undefined || ((verb === 'get' || verb === 'add') && name !== undefined)
      : verb === 'add' && name === undefined
    if (!complete || more.length > 0)
      throw new UsageError('Say models, models get ID, models add FILE, or models add --run ID.', 'models')
    if (run !== undefined) {
      return runWithLibrary(args, async (session) => {
        await session.core.models.add({ run })
        await list(session)
      })
    }
    return runWithCore(args, async (session) => {
      const { core, follow, path } = session
      if (verb === 'get')
        await follow(await core.models.get({ id: name }))
      if (verb === 'add') {
        if (!existsSync(path(name)))
          throw new UsageError(`There is no file ${path(name)}. Give the ONNX file of a network.`, 'models')
        await core.models.add({ file: path(name) })
      }
      await list(session)
    })
  },
})

async function list({ core, say }: Session): Promise<void> {
  const all = await core.models.list()
  say(all, all.map(({ id, title, licence, here, bytes }) =>
    `${here ? '*' : ' '} ${id}  ${title}, ${(bytes / 1e6).toFixed(1)} MB, ${licence}${here
      ? ''
      : `  (fetch it: silhouette models get ${id})`}`).join('\n'))
}
