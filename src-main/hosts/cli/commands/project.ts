import type { ProjectionMethod } from '#shared/contract/map'
import type { RunId, SpaceId } from '#shared/domain/ids'
import { defineCommand } from 'citty'
import { Unknown } from '#main/app/app-errors'
import { commonArguments } from '#main/hosts/cli/arguments'
import { runWithLibrary } from '#main/hosts/cli/run-with-core'
import { numberFrom } from '#main/hosts/cli/usage-error'
import { projectionMethod } from '#shared/contract/map'

export const project = defineCommand({
  meta: { name: 'project', description: 'Arrange the map anew' },
  args: {
    space: { type: 'string', description: 'The space to show; see: silhouette status', valueHint: 'ID' },
    method: {
      type: 'string',
      description: projectionMethod.options.join(', '),
      default: 'umap',
      valueHint: 'METHOD',
    },
    seed: {
      type: 'string',
      description: 'Makes the same map again',
      default: '0',
      valueHint: 'N',
    },
    ...commonArguments,
  },
  run: ({ args }) => runWithLibrary(args, async ({ core, follow, say }) => {
    if (!projectionMethod.options.includes(args.method as ProjectionMethod))
      throw new Unknown('method', args.method, projectionMethod.options)
    const result = await follow(await core.map.project({
      space: spaceFrom(args.space),
      method: args.method as ProjectionMethod,
      seed: numberFrom(args.seed, 'seed', { least: 0, whole: true }),
    }))
    say(result, `Arranged in ${result.seconds.toFixed(1)} s; ${Math.round(100 * result.trustworthiness)} % of what is near on the map is near in truth.`)
  }),
})

/** A space's id as typed. @throws UNKNOWN_SPACE for what cannot be one */
export function spaceFrom(text: string | undefined): SpaceId | undefined {
  return idFrom('space', text) as SpaceId | undefined
}

/** A run's id as typed. @throws UNKNOWN_RUN for what cannot be one */
export function runFrom(text: string | undefined): RunId | undefined {
  return idFrom('run', text) as RunId | undefined
}

function idFrom(what: 'space' | 'run', text: string | undefined): number | undefined {
  if (text === undefined)
    return undefined
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new Unknown(what, text)
  return Number(text)
}
