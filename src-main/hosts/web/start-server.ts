import type { ServerMessage, ServerStart } from '#main/hosts/web/server-message'
import { getRequestListener } from '@hono/node-server'
import { openCore } from '#main/app/open-core'
import { followLibrary, openLibrary } from '#main/hosts/serving/opened-library'
import { assertPageBuilt } from '#main/hosts/serving/page-files'
import { pageFolder } from '#main/hosts/serving/project-paths'
import { Sessions } from '#main/hosts/web/sessions'
import { takePort } from '#main/hosts/web/take-port'
import { webApp } from '#main/hosts/web/web-app'

/** A server at work. */
export interface RunningServer {
  addToken: (token: string) => void
  /** Ends every connection, stops the core's tasks and closes the library. */
  close: () => Promise<void>
}

/**
 * Opens the core and serves it. The port is taken first, so that a taken one leaves everything untouched.
 * @throws PAGE_NOT_BUILT, PORT_TAKEN, HOST_UNAVAILABLE, and what opening the core or the library throws
 */
export async function startServer(
  { host, port, home, secret, tokens, ...asked }: ServerStart,
  tell: (message: ServerMessage) => void,
  signal: AbortSignal,
): Promise<RunningServer> {
  const page = pageFolder()
  assertPageBuilt(page)
  const place = await takePort(host, port)
  try {
    const core = await openCore({ home })
    try {
      await openLibrary(core.client, asked)
      const sessions = new Sessions(secret, tokens)
      const app = webApp({
        router: core.router,
        context: core.context,
        page,
        sessions,
        listening: place.listening,
        onTokenUsed: token => tell({ kind: 'token-used', token }),
      })
      place.answer(getRequestListener(app.fetch))
      const following = new AbortController()
      // Should following fail, a server started anew opens what this one was asked to; nothing else hangs on it.
      followLibrary(core.client, opened => tell({ kind: 'library', opened }), AbortSignal.any([signal, following.signal])).catch(() => {})
      tell({ kind: 'ready', port: place.listening.port })
      return {
        addToken: token => sessions.addToken(token),
        close: async () => {
          following.abort()
          await place.close()
          await core.close()
        },
      }
    }
    catch (error) {
      await core.close()
      throw error
    }
  }
  catch (error) {
    await place.close()
    throw error
  }
}
