import type { Protocol } from 'electron'
import { pageFile } from '#main/hosts/serving/page-files'
import { securityHeaders } from '#main/hosts/serving/security-headers'

/** The page's own scheme: it gives the page an origin that no web site has, and no reach into the disk. */
const scheme = 'silhouette'

/** The address of the built page inside the desktop. */
export const pageAddress = `${scheme}://page/`

/** Says what the scheme may do; before the app is ready. */
export function declarePageScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        codeCache: true,
      },
    },
  ])
}

/** Serves the built page under its scheme, with the same headers as the web host. */
export function servePage(protocol: Protocol, folder: string): void {
  protocol.handle(scheme, async (request) => {
    const { host, pathname } = new URL(request.url)
    const file = request.method === 'GET' && host === 'page'
      ? await pageFile(folder, pathname)
      : null
    return file
      ? new Response(new Uint8Array(file.body), {
          headers: { ...securityHeaders, 'content-type': file.type, 'cache-control': file.cacheControl },
        })
      : new Response('There is nothing here.', {
          status: 404,
          headers: { ...securityHeaders, 'content-type': 'text/plain' },
        })
  })
}
