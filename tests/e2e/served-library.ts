import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { portOfOwn } from '#tests/fixtures/port-of-own'

const root = join(import.meta.dirname, '../..')

/** The program as a user starts it, serving its page. */
export interface Served {
  url: string
  process: ChildProcess
  stop: () => Promise<void>
}

/** Starts `silhouette` with words that serve the page, at a port of its own, and waits for the address it prints. */
export async function serveLibrary(words: string[], home: string, port?: string): Promise<Served> {
  const child = spawn(process.execPath, [
    join(root, 'src-main/hosts/cli/main.ts'),
    ...words,
    '--port',
    port ?? String(await portOfOwn()),
  ], {
    cwd: root,
    env: { ...process.env, SILHOUETTE_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', text => complaints += text)
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve)
    child.once('exit', code => reject(new Error(`silhouette ended with ${code}: ${complaints}`)))
  })
  return {
    url,
    process: child,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
    },
  }
}
