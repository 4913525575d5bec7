import { spawn } from 'node:child_process'

/**
 * Opens an address in the user's browser, as the desktop would; without a shell, so that nothing in the address can
 * be more than an address. Silent where there is no browser: the address was printed as well.
 */
export function openBrowser(url: string, platform: NodeJS.Platform = process.platform): void {
  const [program, ...args] = browserCommand(url, platform)
  const browser = spawn(program, args, { stdio: 'ignore', detached: true })
  browser.on('error', () => {})
  browser.unref()
}

/** The program that opens an address, and its arguments. */
export function browserCommand(url: string, platform: NodeJS.Platform): string[] {
  const address = new URL(url).href
  if (platform === 'darwin')
    return ['open', address]
  // `start` is a word of the Windows shell; this is what it comes to for an address.
  if (platform === 'win32')
    return ['rundll32', 'url.dll,FileProtocolHandler', address]
  return ['xdg-open', address]
}
