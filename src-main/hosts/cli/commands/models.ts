import { defineCommand } from 'citty'
import { commonArguments } from '#main/hosts/cli/arguments'
import { runWithCore } from '#main/hosts/cli/run-with-core'
import { UsageError } from '#main/hosts/cli/usage-error'

export const models = defineCommand({
  meta: { name: 'models', description: 'List the networks; get ID fetches one; add FILE brings your own' },
  args: {
    paths: { type: 'positional', required: false, description: 'get ID, or add FILE' },
    ...commonArguments,
  },
  run: ({ args }) => runWithCore(args, async ({ core, follow, say, path }) => {
    const [verb, name, ...more] = args._
    if (verb !== undefined && ((verb !== 'get' && verb !== 'add') || name === undefined || more.length > 0))
      throw new UsageError('Say models, models get ID, or models add FILE.', 'models')
    if (verb === 'get')
      await follow(await core.models.get({ id: name }))
    if (verb === 'add') {
      await core.models.add({
        file: path(name),
      })
    }
    const list = await core.models.list()
    say(list, list.map(({ id, title, licence, here, bytes }) =>
      `${here ? '*' : ' '} ${id}  ${title}, ${(bytes / 1e6).toFixed(1)} MB, ${licence}${here
        ? ''
        : `  (fetch it: silhouette models get ${id})`}`).join('\n'))
  }),
})
