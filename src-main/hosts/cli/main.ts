#!/usr/bin/env node
import type { ArgsDef, CommandDef } from 'citty'
import process from 'node:process'
import { parseArgs, renderUsage, runCommand } from 'citty'
import { commands } from '#main/hosts/cli/commands/table'
import { UsageError } from '#main/hosts/cli/usage-error'
import { exitStatusOf, lineOf } from '#main/hosts/cli/words-of-error'

const title = {
  meta: { name: 'silhouette', version: '0.1.0', description: 'Sorts a photo library the way its owner means it.' },
}

/** The command line: finds the command, checks its words, runs it, and turns any failure into one line and a status. */
async function main(words: string[]): Promise<void> {
  const [name, ...rest] = words
  if (!name || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${await renderUsage({ ...title, subCommands: commands } as CommandDef)}\n`)
    return
  }
  if (name === '--version') {
    process.stdout.write(`${title.meta.version}\n`)
    return
  }
  const command = (commands as Record<string, CommandDef<any>>)[name]
  if (!command)
    throw new UsageError(`There is no command ${name}. There are: ${Object.keys(commands).join(', ')}.`)
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${await renderUsage(command, title)}\n`)
    return
  }
  checkOptions(name, command.args as ArgsDef, rest)
  await runCommand(command, { rawArgs: rest })
}

/** citty passes unknown options through; a mistyped one must not do something else than was meant. */
function checkOptions(name: string, known: ArgsDef, words: string[]): void {
  const optional = Object.entries(known).map(([key, definition]) => [
    key,
    { ...definition, required: false },
  ])
  const parsed = parseArgs<ArgsDef>(words, Object.fromEntries(optional))
  const names = new Set(Object.keys(known).map(camelCase))
  for (const key of Object.keys(parsed)) {
    if (key !== '_' && !names.has(camelCase(key)))
      throw new UsageError(`There is no option --${key}.`, name)
  }
  for (const [key, { type }] of Object.entries(known)) {
    if (type === 'string' && parsed[key] === '')
      throw new UsageError(`--${key} needs a value.`, name)
  }
  // A command that takes any number of words calls them `paths`.
  const places = Object.values(known).filter(({ type }) => type === 'positional').length
  if (!('paths' in known) && parsed._.length > places)
    throw new UsageError(`${parsed._[places]} is one word too many.`, name)
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** Whoever reads may have had enough, as `head` has; output that cannot be written otherwise is a failure like any other. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE')
    fail(error)
})
process.stderr.on('error', () => {})

function fail(error: unknown): void {
  process.stderr.write(`${lineOf(error)}\n`)
  process.exitCode = exitStatusOf(error)
}

try {
  await main(process.argv.slice(2))
}
catch (error) {
  fail(error)
}
