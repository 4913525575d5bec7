import type { Run } from '#shared/contract/learning'
import { defineCommand } from 'citty'
import { commonArguments } from '#main/hosts/cli/arguments'
import { runWithLibrary } from '#main/hosts/cli/run-with-core'

export const status = defineCommand({
  meta: { name: 'status', description: 'What the library holds' },
  args: { ...commonArguments },
  run: ({ args }) => runWithLibrary(args, async ({ core, say }) => {
    const [library, { labels, labelled, actions }, spaces, runs, failures] = await Promise.all([
      core.library.current(),
      core.labels.list(),
      core.map.spaces(),
      core.learning.runs(),
      core.indexing.failures(),
    ])
    const counts = Object.fromEntries(labels.map(({ name, photos }) => [name, photos]))
    say({
      ...library,
      labels: counts,
      actions,
      spaces,
      runs,
      failures,
    }, [
      `${library!.folder ?? 'no folder'}  (${library!.file})`,
      `${library!.photos} photos, ${library!.embedded} embedded by ${library!.backbone || 'no network yet'}, ${library!.failed + library!.unseen} not readable`,
      `${labelled} labelled in ${actions} actions`,
      ...labels.map(({ name, photos, suggested }) => `  ${name}: ${photos}${suggested
        ? `, ${suggested} suggested`
        : ''}`),
      ...spaces.map(({ id, title, dimensions, photos }) => `space ${id}: ${title}, ${dimensions} dimensions, ${photos} photos${id === library!.space
        ? ' (shown)'
        : ''}`),
      ...runs.map(run => `run ${run.id}: ${choicesOf(run).join(', ')}; ${run.kept ? 'kept' : 'not kept'}. ${run.verdict}`),
    ].join('\n'))
  }),
})

/** What a run was told, as far as that was written down. */
function choicesOf({ loss, depth, optimizer, schedule, clusters, dimensions, seed }: Run): string[] {
  const descent = optimizer === null ? [] : [optimizer, `${schedule} rate`]
  const sought = clusters === null ? [] : [`${clusters} clusters`]
  return [loss, depth, ...descent, ...sought, `${dimensions} dimensions`, `seed ${seed}`]
}
