import type { CoreHandle } from '#main/app/open-core'
import type { CommonValues } from '#main/hosts/cli/arguments'
import type { Core } from '#shared/contract/contract'
import type { Task } from '#shared/contract/tasks'
import { resolve } from 'node:path'
import { NoLibrary } from '#main/app/app-errors'
import { openCore } from '#main/app/open-core'
import { ProgressBar } from '#main/hosts/cli/progress-bar'
import { exitStatusOf, lineOf } from '#main/hosts/cli/words-of-error'
import { ReportedError } from '#main/threads/reported-error'
import { Cancelled } from '#shared/errors/cancelled'

/** What a command is given: the core, and the ways to speak. */
export interface Session {
  core: Core
  /** Waits for a task with a bar on stderr. @returns its result. @throws whatever it failed with; CANCELLED on Ctrl+C */
  follow: (task: Task) => Promise<Record<string, any>>
  /** Prints a command's outcome: the object with `--json`, the text otherwise. */
  say: (json: unknown, text: string) => void
  /** A path as the user means it: relative to where the command was typed. */
  path: (given: string) => string
}

/** Runs a command with a core of its own, and closes it whatever happens. */
export async function runWithCore(values: CommonValues, work: (session: Session) => Promise<void>): Promise<void> {
  const handle = await openCore()
  const bar = new ProgressBar({
    silent: Boolean(values.quiet || values.json),
  })
  const stop = stopOnSignal(handle)
  try {
    await work({
      core: handle.client,
      follow: task => follow(handle, bar, task),
      say: (json, text) => process.stdout.write(values.json
        ? `${JSON.stringify(json)}\n`
        : text && `${text.trimEnd()}\n`),
      path: typedPath,
    })
  }
  finally {
    bar.clear()
    stop()
    await handle.close()
  }
}

/** The same, with the library named by `--library`, or else the one opened last, already open. @throws NO_LIBRARY, LIBRARY_NOT_FOUND */
export async function runWithLibrary(values: CommonValues, work: (session: Session) => Promise<void>): Promise<void> {
  await runWithCore(values, async (session) => {
    const file = values.library
      ? typedPath(values.library)
      : (await session.core.library.recent())[0]?.file
    if (!file)
      throw new NoLibrary()
    await session.core.library.openFile({ file })
    await work(session)
  })
}

/** npm runs scripts in the project's root and tells in INIT_CWD where the user was. */
export function typedPath(given: string): string {
  return resolve(process.env.npm_lifecycle_event && process.env.INIT_CWD
    ? process.env.INIT_CWD
    : process.cwd(), given)
}

async function follow({ watchTasks, client }: CoreHandle, bar: ProgressBar, { id }: Task): Promise<Record<string, any>> {
  const stop = watchTasks((task) => {
    if (task.id === id)
      bar.show(task)
  })
  try {
    const ended = await client.tasks.ended({ task: id })
    if (ended.state === 'cancelled')
      throw new Cancelled(ended.step)
    if (ended.error)
      throw new ReportedError(ended.error, ended.error.usage)
    return ended.result ?? {}
  }
  finally {
    stop()
    bar.clear()
  }
}

/** Ctrl+C ends long work in an orderly way, and anything else at once; a second one ends the process. */
function stopOnSignal({ client }: CoreHandle): () => void {
  const stop = async (): Promise<void> => {
    process.once('SIGINT', () => process.exit(130))
    const underway = (await client.tasks.list()).filter(({ state }) => state === 'running' || state === 'paused')
    if (underway.length === 0) {
      const cancelled = new Cancelled('The command')
      process.stderr.write(`${lineOf(cancelled)}\n`)
      process.exit(exitStatusOf(cancelled))
    }
    underway.forEach(({ id }) => client.tasks.cancel({ task: id }))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}
