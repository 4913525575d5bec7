import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import { isLoopback } from '#main/hosts/serving/loopback'

/** Where a server listens. */
export interface Listening {
  /** As it was asked for: a name or an IP address. */
  host: string
  port: number
}

/** The address to print, `http://127.0.0.1:4187` say; for *every interface* it names one that others can reach. */
export function originOf({ host, port }: Listening): string {
  const shown = host === '0.0.0.0' || host === '::'
    ? firstOutwardAddress() ?? '127.0.0.1'
    : host
  return `http://${isIP(shown) === 6
    ? `[${shown}]`
    : shown}:${port}`
}

/**
 * Whether the Host header of a request names this server. A page of a stranger's site that made its own name point
 * here (DNS rebinding) sends that name; it can't send an IP address, so a server open to others allows those.
 */
export function isOwnHost(header: string | undefined, { host, port }: Listening): boolean {
  const parts = header?.toLowerCase().match(/^(\[[\da-f:.]+\]|[^:[\]]+)(?::(\d+))?$/)
  if (!parts || Number(parts[2] ?? 80) !== port)
    return false
  const name = parts[1].replace(/^\[|\]$/g, '')
  if (name === host.toLowerCase() || isLoopback(name))
    return true
  if (isLoopback(host))
    return false
  const own = hostname().toLowerCase()
  return isIP(name) !== 0 || name === own || name === `${own}.local`
}

function firstOutwardAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)
    ?.address
}
