import type { MessagePortMain } from 'electron'
import type { CoreHandle } from '#main/app/open-core'
import type { CoreMessage, ShellMessage } from '#main/hosts/electron/core-message'
import type { OpenedLibrary } from '#main/hosts/serving/opened-library'
import { RPCHandler } from '@orpc/server/message-port'
import { openCore } from '#main/app/open-core'
import { followLibrary, openLibrary } from '#main/hosts/serving/opened-library'
import { reportOf } from '#shared/errors/silhouette-error'

/**
 * The core as a utility process of the desktop. The main process starts it and hands it ports; each port is one page
 * that speaks the contract over it.
 */
const following = new AbortController()
let core: Promise<CoreHandle> | undefined

function tell(message: CoreMessage): void {
  process.parentPort.postMessage(message)
}

async function start(home: string | undefined, opened: OpenedLibrary): Promise<void> {
  core = openCore({ home })
  try {
    const { client } = await core
    await open(opened)
    await followLibrary(client, (now, recent) => tell({ kind: 'library', opened: now, recent }), following.signal)
  }
  catch (error) {
    tell({
      kind: 'failed',
      report: reportOf(error),
    })
  }
}

async function open(opened: OpenedLibrary): Promise<void> {
  try {
    await openLibrary((await core!).client, opened)
  }
  catch (error) {
    tell({
      kind: 'not-opened',
      report: reportOf(error),
    })
  }
}

async function serve(port: MessagePortMain): Promise<void> {
  const { router, context } = await core!
  new RPCHandler(router).upgrade(port, { context })
  port.start()
}

async function close(): Promise<void> {
  following.abort()
  try {
    await (await core)?.close()
  }
  finally {
    process.exit(0)
  }
}

process.parentPort.on('message', ({ data, ports }) => {
  const message = data as ShellMessage
  if (message.kind === 'start')
    void start(message.home, message.opened)
  else if (message.kind === 'port')
    void serve(ports[0]).catch(() => ports[0].close())
  else if (message.kind === 'open')
    void open(message.opened)
  else
    void close()
})
