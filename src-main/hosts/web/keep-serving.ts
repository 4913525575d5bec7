import type { ChildProcess } from 'node:child_process'
import type { OpenedLibrary } from '#main/hosts/serving/opened-library'
import type { KeeperMessage, ServerMessage, ServerStart } from '#main/hosts/web/server-message'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { homeAt } from '#main/app/home'
import { CrashCount } from '#main/hosts/serving/crash-count'
import { isLoopback } from '#main/hosts/serving/loopback'
import { originOf } from '#main/hosts/web/address'
import { keptSecret } from '#main/hosts/web/kept-secret'
import { ServerKeepsCrashing } from '#main/hosts/web/server-keeps-crashing'
import { newToken } from '#main/hosts/web/sessions'
import { ReportedError } from '#main/threads/reported-error'

/** How long a server may take to put its work away before it is ended. */
const patienceMs = 10_000

export interface KeepServingOptions extends OpenedLibrary {
  /** Default 127.0.0.1. */
  host?: string
  /** Left out: a free one. */
  port?: number
  /** The data folder; left out: the usual one. */
  home?: string
  /** Called once, with an address that admits one browser, and a function that makes another such address. */
  onReady: (url: string, another: () => string) => void
  /** A line for the user, with no news that `onReady` or an error would bring. */
  onNotice?: (line: string) => void
  /** Stops the server; what it works on is put away first. */
  signal: AbortSignal
}

/**
 * Runs the core and the web host in a process of their own, and starts them again when they die, at the same port
 * and with the same sessions: an open page only waits a moment. What the server prints on stderr is printed here.
 * Ends when the signal fires.
 * @throws SERVER_KEEPS_CRASHING after five crashes within a minute; PORT_TAKEN, PAGE_NOT_BUILT and whatever else
 * keeps the server from starting
 */
export async function keepServing({ host = '127.0.0.1', port, home, folder, library, onReady, onNotice = () => {}, signal }: KeepServingOptions): Promise<void> {
  const start: ServerStart = {
    host,
    port,
    home,
    folder,
    library,
    secret: await keptSecret(homeAt(home).data),
    tokens: [
      newToken(),
    ],
  }
  const crashes = new CrashCount()
  let server: ChildProcess | undefined
  let told = false

  const another = (): string => {
    const token = newToken()
    start.tokens.push(token)
    server?.send({ kind: 'token', token } satisfies KeeperMessage)
    return addressOf(start, token)
  }
  const ready = (): void => {
    if (told)
      return
    told = true
    if (!isLoopback(host))
      onNotice(`Warning: ${host} can be reached from other machines. Whoever reads the address on its way, which is not encrypted, can see your photos.`)
    onReady(addressOf(start, start.tokens[0]), another)
  }

  while (!signal.aborted) {
    server = forkServer()
    const end = await runToEnd(server, start, ready, signal)
    if (end.failure)
      throw end.failure
    if (end.clean || signal.aborted)
      return
    if (crashes.add(performance.now()))
      throw new ServerKeepsCrashing(end.lastWords)
    onNotice(`The server stopped unexpectedly${end.lastWords
      ? ` (${end.lastWords})`
      : ''}; starting it again. Nothing finished is lost.`)
    await setTimeout(300, undefined, { signal }).catch(() => {})
  }
}

interface ServerEnd {
  /** It ended because it was told to, or all by itself with nothing amiss. */
  clean: boolean
  /** Why it could not start. */
  failure?: ReportedError
  /** The last line it wrote on its way out. */
  lastWords: string
}

/** Sees one server through from its start to its end, and writes down in `start` what the next one must know. */
async function runToEnd(server: ChildProcess, start: ServerStart, ready: () => void, signal: AbortSignal): Promise<ServerEnd> {
  let failure: ReportedError | undefined
  let lastWords = ''
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    process.stderr.write(text)
    lastWords = text.trim().split('\n').at(-1)?.slice(0, 200) || lastWords
  })
  server.on('message', (message: ServerMessage) => {
    if (message.kind === 'ready') {
      start.port = message.port
      ready()
    }
    else if (message.kind === 'failed') {
      failure = new ReportedError(message.report)
    }
    else if (message.kind === 'token-used') {
      start.tokens = start.tokens.filter(token => token !== message.token)
    }
    else {
      Object.assign(start, { folder: undefined, library: undefined }, message.opened)
    }
  })

  const impatience = new AbortController()
  const stop = (): void => {
    if (server.connected)
      server.send({ kind: 'close' } satisfies KeeperMessage)
    void setTimeout(patienceMs, undefined, { signal: impatience.signal }).then(() => server.kill('SIGKILL'), () => {})
  }
  server.send({ kind: 'start', start } satisfies KeeperMessage)
  signal.addEventListener('abort', stop, { once: true })
  const [code] = await once(server, 'exit') as [number | null]
  signal.removeEventListener('abort', stop)
  impatience.abort()
  return { clean: code === 0, failure, lastWords }
}

/** The server's entry lies beside this file, as a source or as part of the build. */
function forkServer(): ChildProcess {
  const entry = import.meta.url.endsWith('.ts')
    ? './server.ts'
    : './server.js'
  return fork(fileURLToPath(new URL(entry, import.meta.url)), {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Photos are decoded on libuv's threads, which are four unless it is told otherwise before it starts.
    env: { ...process.env, UV_THREADPOOL_SIZE: String(Math.max(4, availableParallelism())) },
  })
}

function addressOf({ host, port }: ServerStart, token: string): string {
  return `${originOf({ host, port: port ?? 0 })}/?token=${token}`
}
