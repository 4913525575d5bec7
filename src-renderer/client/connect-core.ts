import type { Core } from '#shared/contract/contract'
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { corePortMessage } from '#shared/contract/desktop-bridge'
import { cutLink } from './cut-link'

/** The core as this page reaches it. */
export interface Connection {
  core: Core
  /** Calls the listener each time the way to the core was cut and another took its place. */
  onCut: (listener: () => void) => () => void
}

/** Reaches the core by the port the desktop hands over, or over HTTP where the page came from a server. */
export function connectCore(page: Window, by: 'port' | 'address'): Connection {
  const link = cutLink()
  if (by === 'address') {
    link.lay(new FetchLink({
      url: new URL('rpc', page.location.origin).href,
      headers: { 'x-silhouette': 'page' },
    }))
  }
  else {
    page.addEventListener('message', (event) => {
      const port = event.ports[0]
      if (event.source !== page || event.data !== corePortMessage || !port)
        return
      link.lay(new PortLink({ port }))
      port.start()
    })
  }
  return {
    core: createORPCClient(link) as Core,
    onCut: link.onCut,
  }
}
