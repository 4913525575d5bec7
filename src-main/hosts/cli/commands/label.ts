import type { PhotoId } from '#shared/domain/ids'
import { readFile } from 'node:fs/promises'
import { defineCommand } from 'citty'
import { commonArguments } from '#main/hosts/cli/arguments'
import { labelsFromCsv } from '#main/hosts/cli/labels-from-csv'
import { photosAt, photosOf } from '#main/hosts/cli/photos-at'
import { runWithLibrary } from '#main/hosts/cli/run-with-core'
import { sampleOfGroups } from '#main/hosts/cli/sample-of-groups'
import { numberFrom, UsageError } from '#main/hosts/cli/usage-error'
import { blobOf } from '#shared/contract/blobs'
import { labelName } from '#shared/contract/common'

export const label = defineCommand({
  meta: { name: 'label', description: 'Give photos a label' },
  args: {
    paths: { type: 'positional', required: false, description: 'NAME and the photos or folders that get it; with --from-folders only photos or folders' },
    fromFolders: { type: 'boolean', description: 'Take each photo\'s label from the folder it is in' },
    csv: { type: 'string', description: 'Take labels from a table with the columns path and label', valueHint: 'FILE' },
    share: { type: 'string', description: 'With --from-folders: only this share of each folder\'s photos', valueHint: '0…1' },
    seed: { type: 'string', description: 'Chooses which ones', valueHint: 'N' },
    ...commonArguments,
  },
  run: ({ args }) => runWithLibrary(args, async ({ core, say, path }) => {
    const words = args._
    const share = numberFrom(args.share, 'share', { least: 0, most: 1 })
    const seed = numberFrom(args.seed, 'seed', { least: 0, whole: true }) ?? 0
    if (args.fromFolders && args.csv)
      throw new UsageError('Use either --from-folders or --csv.', 'label')
    if ((share !== undefined || args.seed !== undefined) && !args.fromFolders)
      throw new UsageError('--share and --seed go with --from-folders.', 'label')

    if (args.fromFolders) {
      const photos = words.length > 0
        ? await photosAt(core, words.map(path))
        : await photosOf(core)
      const grouped = photos.filter(({ path }) => path.includes('/')).map(photo => ({
        ...photo,
        label: photo.path.split('/').at(-2)!,
      }))
      const chosen = share === undefined
        ? grouped
        : sampleOfGroups(grouped, share, seed)
      checkNames(chosen.map(({ label }) => label))
      const done = await core.labels.assignEach({
        photos: chosen.map(({ id }) => id),
        labels: chosen.map(({ label }) => label),
      })
      say(done, `${done.changed} changed, ${done.actions} actions so far.`)
    }
    else if (args.csv) {
      const wanted = labelsFromCsv(await readFile(path(args.csv), 'utf8').catch(() => {
        throw new UsageError(`${args.csv} cannot be read.`, 'label')
      }), args.csv)
      const ids = new Map((await photosOf(core)).map(({ path, id }) => [path, id]))
      const known = wanted.filter(({ path }) => ids.has(path))
      if (known.length === 0)
        throw new UsageError(`None of the paths in ${args.csv} is in the library; they are relative to its folder.`, 'label')
      checkNames(known.map(({ label }) => label))
      const done = await core.labels.assignEach({
        photos: known.map(({ path }) => ids.get(path) as PhotoId),
        labels: known.map(({ label }) => label),
      })
      say({ ...done, unknown: wanted.length - known.length }, `${done.changed} changed, ${wanted.length - known.length} not in the library, ${done.actions} actions so far.`)
    }
    else {
      const [name, ...paths] = words
      if (!name || paths.length === 0)
        throw new UsageError('Name a label and the photos that get it.', 'label')
      checkNames([name])
      const photos = await photosAt(core, paths.map(path))
      const done = await core.labels.assign({
        photos: blobOf(Uint32Array.from(photos, ({ id }) => id)),
        label: { name },
      })
      say(done, `${done.changed} changed, ${done.actions} actions so far.`)
    }
  }),
})

/** @throws USAGE for the first that can be no label */
function checkNames(names: string[]): void {
  const odd = names.find(name => !labelName.safeParse(name).success)
  if (odd !== undefined)
    throw new UsageError(`"${odd}" cannot be a label: those have 1 to 120 characters on one line.`, 'label')
}

export const unlabel = defineCommand({
  meta: { name: 'unlabel', description: 'Take the labels from photos' },
  args: {
    paths: { type: 'positional', required: true, description: 'Photos or folders' },
    ...commonArguments,
  },
  run: ({ args }) => runWithLibrary(args, async ({ core, say, path }) => {
    const photos = await photosAt(core, args._.map(path))
    const done = await core.labels.assign({
      photos: blobOf(Uint32Array.from(photos, ({ id }) => id)),
      label: null,
    })
    say(done, `${done.changed} changed, ${done.actions} actions so far.`)
  }),
})
