import type { Round } from '#main/app/simulate/run-simulation'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { defineCommand } from 'citty'
import { Unknown } from '#main/app/app-errors'
import { simulateOn } from '#main/app/simulate/simulate-on'
import { strategies } from '#main/app/simulate/table'
import { commonArguments } from '#main/hosts/cli/arguments'
import { runWithLibrary } from '#main/hosts/cli/run-with-core'
import { numberFrom, UsageError } from '#main/hosts/cli/usage-error'

export const simulate = defineCommand({
  meta: { name: 'simulate', description: 'Play a user whose true labels are the folder names, and report effort against accuracy' },
  args: {
    truth: { type: 'string', default: 'folders', description: 'Where the truth is: folders', valueHint: 'folders' },
    budget: { type: 'string', default: '60', description: 'Actions to spend', valueHint: 'ACTIONS' },
    strategy: { type: 'string', default: 'proposals', description: Object.keys(strategies).join(', '), valueHint: 'ID' },
    seed: { type: 'string', default: '0', description: 'Makes the same play again', valueHint: 'N' },
    ...commonArguments,
  },
  run: ({ args }) => runWithLibrary(args, async ({ core, say }) => {
    if (args.truth !== 'folders')
      throw new UsageError(`--truth takes folders, not ${args.truth}.`, 'simulate')
    if (!Object.hasOwn(strategies, args.strategy))
      throw new Unknown('strategy', args.strategy, Object.keys(strategies))
    const budget = numberFrom(args.budget, 'budget', { least: 1, most: 1_000_000, whole: true })!
    const seed = numberFrom(args.seed, 'seed', { least: 0, whole: true })!
    const { file } = (await core.library.current())!
    const work = mkdtempSync(join(tmpdir(), 'silhouette-simulate-'))
    const remove = (): void => rmSync(work, { recursive: true, force: true })
    // Ctrl+C ends the process amid the play.
    process.once('exit', remove)
    try {
      const rounds = await simulateOn(file, work, { strategy: args.strategy as keyof typeof strategies, budget, seed, onRound: ({ actions, accuracy }) => {
        if (!args.quiet && !args.json && process.stderr.isTTY)
          process.stderr.write(`\r\u001B[2K${actions} of ${budget} actions, ${(100 * accuracy).toFixed(1)} % right`)
      } })
      say({ strategy: args.strategy, seed, rounds }, textOf(rounds))
    }
    finally {
      process.off('exit', remove)
      remove()
    }
  }),
})

function textOf(rounds: Round[]): string {
  const first = rounds.find(({ accuracy }) => accuracy >= 0.95)
  const told = rounds.filter(({ actions }, i) => actions % 10 === 0 || i === rounds.length - 1)
  return [
    ...told.map(({ actions, labelled, accuracy }) => `${String(actions).padStart(5)} actions  ${String(labelled).padStart(6)} labelled  ${(100 * accuracy).toFixed(1).padStart(5)} % right`),
    first ? `95 % right after ${first.actions} actions.` : '95 % were not reached.',
  ].join('\n')
}
