import { defineCommand } from 'citty'
import { commonArguments } from '#main/hosts/cli/arguments'
import { movedWords } from '#main/hosts/cli/moved-words'
import { runWithCore } from '#main/hosts/cli/run-with-core'

export const indexFolder = defineCommand({
  meta: { name: 'index', description: 'Scan a folder, embed what is new in it, and arrange the map' },
  args: {
    folder: { type: 'positional', required: true, description: 'The folder of photos' },
    backbone: { type: 'string', description: 'The network to see by; see: silhouette models', valueHint: 'ID' },
    taps: { type: 'string', description: 'Its layers to keep, separated by commas', valueHint: 'LIST' },
    retry: { type: 'boolean', description: 'Try again what could not be read before' },
    ...commonArguments,
  },
  run: ({ args }) => runWithCore(args, async ({ core, follow, say, path }) => {
    const { movedFrom } = await core.library.open({
      folder: path(args.folder),
      file: args.library && path(args.library),
      index: false,
    })
    const taps = args.taps?.split(',').map(tap => tap.trim()).filter(Boolean)
    const result = await follow(await core.indexing.start({
      retry: Boolean(args.retry),
      backbone: args.backbone,
      taps,
    }))
    const { photos, embedded, skipped, failed, seconds, photosPerSecond, executionProvider } = result
    const unreadable = failed.map(({ path, code }: { path: string, code: string }) => `  ${path}  ${code}`).join('\n')
    const moved = movedFrom === null ? '' : `${movedWords(movedFrom)}\n`
    say(result, `${moved}${photos} photos: ${embedded} embedded, ${skipped} known already, ${failed.length} not readable, in ${seconds.toFixed(1)} s `
    + `(${photosPerSecond.toFixed(1)} a second on ${executionProvider}).\n${unreadable}`)
  }),
})
