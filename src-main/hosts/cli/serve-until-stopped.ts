import type { CommonValues } from '#main/hosts/cli/arguments'
import { openCore } from '#main/app/open-core'
import { keepServing } from '#main/hosts/web/keep-serving'
import { openBrowser } from '#main/hosts/web/open-browser'

export interface ServeOptions extends CommonValues {
  folder?: string
  host?: string
  port?: number
  /** Whether to open the user's browser on the address. */
  browser: boolean
}

/** Serves the page until Ctrl+C. Prints the address: with `--json` as an object. */
export async function serveUntilStopped({ folder, library, host, port, json, quiet, browser }: ServeOptions): Promise<void> {
  await keepServing({
    host,
    port,
    folder,
    library,
    signal: stopOnSignals(),
    onReady: (url, another) => {
      process.stdout.write(json
        ? `${JSON.stringify({ url })}\n`
        : `${url}\n`)
      if (!quiet && !json)
        process.stderr.write('Open this address in a browser; it admits one. Ctrl+C ends Silhouette.\n')
      if (browser)
        openBrowser(another())
    },
    onNotice: line => process.stderr.write(`${line}\n`),
  })
}

/**
 * Fails before anything is started where a folder cannot be opened as a library.
 * @returns the folder that its photos were moved from, which only the first to open it is told; or null
 */
export async function checkFolder(folder: string, library?: string): Promise<string | null> {
  const core = await openCore()
  try {
    return (await core.client.library.open({ folder, file: library, index: false })).movedFrom
  }
  finally {
    await core.close()
  }
}

/** Fires on the first Ctrl+C, or when the system asks the process to end. */
export function stopOnSignals(): AbortSignal {
  const controller = new AbortController()
  process.once('SIGINT', () => controller.abort())
  process.once('SIGTERM', () => controller.abort())
  return controller.signal
}
