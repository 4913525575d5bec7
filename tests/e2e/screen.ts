import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { findScreen } from './tools.ts'

/** A screen of its own for a window. */
export interface Screen {
  /** What goes into `DISPLAY`. */
  display: string
  stop: () => void
}

/** Starts a screen that nobody sees. */
export async function startScreen(): Promise<Screen> {
  const server = spawn(findScreen()!, [
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1440x900x24',
    '-nolisten',
    'tcp',
  ], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [display] = await Promise.race([
    once(server.stdio[3]!, 'data', { signal: AbortSignal.timeout(30_000) }),
    once(server, 'exit').then(([code]) => {
      throw new Error(`Xvfb ended with ${code} before it had a screen`)
    }),
  ])
  return {
    display: `:${String(display).trim()}`,
    stop: () => server.kill(),
  }
}
