import type { KeeperMessage, ServerMessage } from '#main/hosts/web/server-message'
import { startServer } from '#main/hosts/web/start-server'
import { reportOf } from '#shared/errors/silhouette-error'

/**
 * The process that holds the core and serves it over HTTP. It is forked by `keepServing`, is told what to do by
 * messages, and ends by itself when its keeper is gone.
 */
function tell(message: ServerMessage): void {
  if (process.connected)
    process.send?.(message)
}

const stopping = new AbortController()
const started = Promise.withResolvers<Awaited<ReturnType<typeof startServer>>>()

async function stop(): Promise<void> {
  if (stopping.signal.aborted)
    return
  stopping.abort()
  const server = await started.promise
  await server.close()
  process.exit(0)
}

process.on('message', (message: KeeperMessage) => {
  if (message.kind === 'start') {
    startServer(message.start, tell, stopping.signal).then(started.resolve, (error) => {
      process.send?.({
        kind: 'failed',
        report: reportOf(error),
      } satisfies ServerMessage, () => process.exit(1))
    })
  }
  else if (message.kind === 'token') {
    void started.promise.then(server => server.addToken(message.token))
  }
  else {
    void stop()
  }
})
process.on('disconnect', stop)
process.on('SIGTERM', stop)
// A terminal sends Ctrl+C to every process in it; the keeper hears it too and says when to stop.
process.on('SIGINT', () => {})
