import { defineCommand } from 'citty'
import { commonArguments } from '#main/hosts/cli/arguments'
import { photosAt } from '#main/hosts/cli/photos-at'
import { runWithLibrary } from '#main/hosts/cli/run-with-core'
import { numberFrom } from '#main/hosts/cli/usage-error'
import { blobOf } from '#shared/contract/blobs'

const limit = {
  limit: {
    type: 'string',
    description: 'At most so many',
    default: '50',
    valueHint: 'N',
  },
} as const

export const similar = defineCommand({
  meta: { name: 'similar', description: 'Photos that look like one photo, or like those of a folder on the whole' },
  args: {
    path: { type: 'positional', required: true, description: 'The photo or the folder' },
    ...limit,
    ...commonArguments,
  },
  run: ({ args }) => runWithLibrary(args, async ({ core, say, path }) => {
    const photos = await photosAt(core, [
      path(args.path),
    ])
    const found = await core.find.similar({
      photos: blobOf(Uint32Array.from(photos, ({ id }) => id)),
      limit: numberFrom(args.limit, 'limit', { least: 1, most: 1000, whole: true }),
    })
    say(found.map(({ path, distance }) => ({ path, distance })), linesOf(found) || 'There are no others.')
  }),
})

export const duplicates = defineCommand({
  meta: { name: 'duplicates', description: 'Groups of photos that are the same, or all but the same' },
  args: { ...commonArguments },
  run: ({ args }) => runWithLibrary(args, async ({ core, say }) => {
    const groups = await core.find.duplicates()
    say(
      groups.map(({ exact, photos, best, because }) => ({
        exact,
        best: photos.find(({ photo }) => photo === best)!.path,
        because,
        photos: photos.map(({ path, distance }) => ({ path, distance })),
      })),
      groups.map(({ exact, photos }) => `${exact ? 'the same file' : 'all but the same'}:\n${linesOf(photos)}`).join('\n') || 'There are none.',
    )
  }),
})

export const outliers = defineCommand({
  meta: { name: 'outliers', description: 'Photos unlike all others' },
  args: {
    ...limit,
    ...commonArguments,
  },
  run: ({ args }) => runWithLibrary(args, async ({ core, say }) => {
    const found = await core.find.outliers({
      limit: numberFrom(args.limit, 'limit', { least: 1, most: 1000, whole: true }),
    })
    say(found.map(({ path, distance }) => ({ path, distance })), linesOf(found) || 'None stands clearly out.')
  }),
})

function linesOf(found: readonly { path: string, distance: number }[]): string {
  return found.map(({ path, distance }) => `  ${distance.toFixed(4)}  ${path}`).join('\n')
}
