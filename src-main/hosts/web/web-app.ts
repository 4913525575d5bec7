import type { HttpBindings } from '@hono/node-server'
import type { Router } from '@orpc/server'
import type { Listening } from '#main/hosts/web/address'
import type { Sessions } from '#main/hosts/web/sessions'
import { RPCHandler } from '@orpc/server/fetch'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { pageFile } from '#main/hosts/serving/page-files'
import { securityHeaders } from '#main/hosts/serving/security-headers'
import { isOwnHost } from '#main/hosts/web/address'
import { refusalOfCall } from '#main/hosts/web/request-guard'
import { signInPage } from '#main/hosts/web/sign-in-page'

/** The largest call: the ids of some millions of photos. */
const largestCall = 32 * 1024 * 1024

const monthInSeconds = 30 * 24 * 3600

export interface WebAppOptions<Context extends object> {
  /** The core's router; it implements the contract. */
  router: Router<any, Context>
  /** What the core's calls need. */
  context: Context
  /** Where the built page lies. */
  page: string
  sessions: Sessions
  listening: Listening
  /** Hears of every token that has been used up. */
  onTokenUsed: (token: string) => void
}

/**
 * The web host as a function from request to answer: the page at `/`, the contract at `/rpc`, both only for a
 * browser that was let in, and only under the server's own name.
 */
export function webApp<Context extends object>(
  { router, context, page, sessions, listening, onTokenUsed }: WebAppOptions<Context>,
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const calls = new RPCHandler<any>(router)
  // Browsers send cookies to every port of a host: the port in the name keeps two servers apart.
  const cookie = `silhouette-${listening.port}`

  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(securityHeaders))
      c.res.headers.set(name, value)
    if (!c.res.headers.has('cache-control'))
      c.res.headers.set('cache-control', 'no-store')
  })

  app.use(async (c, next) => {
    if (!isOwnHost(c.req.header('host'), listening))
      return c.text('This server does not answer to that name. Open the address that Silhouette printed.\n', 421)
    await next()
  })

  app.get('/', async (c, next) => {
    const token = c.req.query('token')
    const known = sessions.knows(getCookie(c, cookie))
    if (token !== undefined) {
      const good = sessions.redeem(token)
      if (good)
        onTokenUsed(token)
      if (!good && !known)
        return c.html(signInPage(true, c.req.header('accept-language')), 401)
      if (good && !known) {
        setCookie(c, cookie, sessions.open(), {
          httpOnly: true,
          sameSite: 'Strict',
          path: '/',
          maxAge: monthInSeconds,
        })
      }
      return c.redirect('/', 303)
    }
    await next()
  })

  app.use(async (c, next) => {
    if (!sessions.knows(getCookie(c, cookie))) {
      return c.req.path.startsWith('/rpc/')
        ? c.text('This browser is not signed in. Run "silhouette open" for a new address.\n', 401)
        : c.html(signInPage(false, c.req.header('accept-language')), 401)
    }
    await next()
  })

  app.use('/rpc/*', async (c, next) => {
    const refusal = refusalOfCall(c.req.method, name => c.req.header(name))
    if (refusal !== null)
      return c.text(`${refusal}\n`, 403)
    await next()
  }, bodyLimit({ maxSize: largestCall }), async (c, next) => {
    const { matched, response } = await calls.handle(c.req.raw, { prefix: '/rpc', context })
    if (matched)
      return c.newResponse(await wholeOrStream(response), response)
    await next()
  })

  app.get('*', async (c) => {
    const file = await pageFile(page, new URL(c.req.url).pathname)
    if (!file)
      return c.text('There is nothing here. The page is at /.\n', 404)
    return c.body(new Uint8Array(file.body), 200, { 'content-type': file.type, 'cache-control': file.cacheControl })
  })

  return app
}

/**
 * An answer's body: all of it, save for a stream that has no end yet. A form of Blobs is not to be handed on as the
 * stream it is: where a browser leaves while one is on its way, Node ends the whole process.
 */
async function wholeOrStream(response: Response): Promise<ArrayBuffer | Response['body']> {
  return response.headers.get('content-type')?.startsWith('text/event-stream')
    ? response.body
    : response.arrayBuffer()
}
