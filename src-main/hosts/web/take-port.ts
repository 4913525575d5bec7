import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Listening } from '#main/hosts/web/address'
import { createServer } from 'node:http'
import { HostUnavailable } from '#main/hosts/web/host-unavailable'
import { PortTaken } from '#main/hosts/web/port-taken'

/**
 * Tried first where no port is asked for. A browser keeps a page's preferences by its port, so the same one each
 * time keeps them. Below the ports that systems hand out to whoever asks for any.
 */
const usualPort = 28_623

/** A port that is ours. Until `answer` says who answers on it, whoever comes is asked to come again. */
export interface TakenPort {
  listening: Listening
  answer: (listener: RequestListener) => void
  /** Stops listening and ends every connection, streams too. */
  close: () => Promise<void>
}

/**
 * Starts to listen.
 * @param host a name or IP address of this machine
 * @param port left out: the usual port, or where that is taken a free one
 * @throws PORT_TAKEN, HOST_UNAVAILABLE
 */
export async function takePort(host: string, port?: number): Promise<TakenPort> {
  let listener: RequestListener = comeAgain
  const server = createServer((request, response) => listener(request, response))
  if (port === undefined)
    await listen(server, host, usualPort).catch(() => listen(server, host, 0))
  else
    await listen(server, host, port)
  return {
    listening: { host, port: (server.address() as AddressInfo).port },
    answer: (next) => {
      listener = next
    },
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException): void => {
      reject(cause.code === 'EADDRINUSE'
        ? new PortTaken(host, port, cause)
        : new HostUnavailable(host, port, cause))
    }
    server.once('error', fail)
    server.listen({ host, port }, () => {
      server.off('error', fail)
      resolve()
    })
  })
}

function comeAgain(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' })
  response.end('Silhouette is starting. Reload in a second.\n')
}
