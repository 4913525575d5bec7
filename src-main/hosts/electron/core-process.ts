import type { MessagePortMain, UtilityProcess } from 'electron'
import type { CoreMessage, ShellMessage } from '#main/hosts/electron/core-message'
import type { OpenedLibrary } from '#main/hosts/serving/opened-library'
import { cpus } from 'node:os'
import { MessageChannelMain, utilityProcess } from 'electron'
import { CrashCount } from '#main/hosts/serving/crash-count'

/** How long the core may take to put its work away before it is ended. */
const patienceMs = 10_000

export interface CoreProcessOptions {
  /** The core's entry, a file. */
  entry: string
  /** The data folder; left out: the usual one. */
  home?: string
  opened: OpenedLibrary
  onMessage: (message: CoreMessage) => void
  /** Another core took the place of one that died: pages need new ports. */
  onReplaced: () => void
  /** It died five times within a minute and is not started again. */
  onGivenUp: () => void
}

/** The core, kept alive: when it dies it is started again with the library it had open. */
export class CoreProcess {
  readonly #options: CoreProcessOptions
  readonly #crashes = new CrashCount()
  #process: UtilityProcess
  #opened: OpenedLibrary
  #closing = false

  constructor(options: CoreProcessOptions) {
    this.#options = options
    this.#opened = options.opened
    this.#process = this.#fork()
  }

  /** A new way to the core; the port returned is for a page. */
  port(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain()
    this.#tell({ kind: 'port' }, [port1])
    return port2
  }

  /** Opens another library. */
  open(opened: OpenedLibrary): void {
    this.#tell({ kind: 'open', opened })
  }

  /** Lets the core put its work away and ends it. */
  async close(): Promise<void> {
    if (this.#closing)
      return
    this.#closing = true
    if (this.#process.pid === undefined)
      return
    const ended = new Promise<void>(resolve => this.#process.once('exit', () => resolve()))
    const patience = setTimeout(() => this.#process.kill(), patienceMs)
    this.#tell({ kind: 'close' })
    await ended
    clearTimeout(patience)
  }

  /** Starts it again after it was given up. */
  retry(): void {
    this.#process = this.#fork()
    this.#options.onReplaced()
  }

  #fork(): UtilityProcess {
    const { entry, home, onMessage } = this.#options
    const child = utilityProcess.fork(entry, [], {
      serviceName: 'Silhouette core',
      stdio: 'inherit',
      // Photos are decoded on libuv's threads, which are four unless it is told otherwise before it starts.
      env: { ...process.env, UV_THREADPOOL_SIZE: String(Math.max(4, cpus().length)) },
    })
    child.on('message', (message: CoreMessage) => {
      if (message.kind === 'library')
        this.#opened = message.opened
      onMessage(message)
    })
    child.on('exit', () => this.#ended())
    child.postMessage({ kind: 'start', home, opened: this.#opened } satisfies ShellMessage)
    return child
  }

  #ended(): void {
    if (this.#closing)
      return
    if (this.#crashes.add(performance.now())) {
      this.#options.onGivenUp()
      return
    }
    this.retry()
  }

  #tell(message: ShellMessage, ports: MessagePortMain[] = []): void {
    this.#process.postMessage(message, ports)
  }
}
