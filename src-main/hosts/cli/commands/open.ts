import { defineCommand } from 'citty'
import { commonArguments } from '#main/hosts/cli/arguments'
import { movedWords } from '#main/hosts/cli/moved-words'
import { typedPath } from '#main/hosts/cli/run-with-core'
import { checkFolder, serveUntilStopped, stopOnSignals } from '#main/hosts/cli/serve-until-stopped'
import { numberFrom } from '#main/hosts/cli/usage-error'
import { fetchElectron } from '#main/hosts/electron/fetch-electron'
import { findElectron, hasDisplay } from '#main/hosts/electron/find-electron'
import { startDesktop } from '#main/hosts/electron/start-desktop'

const serving = {
  port: { type: 'string', description: 'The port to listen on; by default a free one', valueHint: 'N' },
} as const

export const open = defineCommand({
  meta: { name: 'open', description: 'Index a folder if needed and open it in a window, or in the browser' },
  args: {
    folder: { type: 'positional', required: false, description: 'The folder of photos; without one, the start page' },
    web: { type: 'boolean', description: 'Open a browser page in place of the desktop window' },
    browser: {
      type: 'boolean',
      default: true,
      negativeDescription: 'Open no browser, only print the address',
      description: 'Open the browser',
    },
    ...serving,
    ...commonArguments,
  },
  run: async ({ args }) => {
    const folder = args.folder === undefined
      ? undefined
      : typedPath(args.folder)
    const library = args.library && typedPath(args.library)
    const port = portFrom(args.port)
    const movedFrom = folder === undefined
      ? null
      : await checkFolder(folder, library)
    if (movedFrom !== null && !args.quiet)
      process.stderr.write(`${movedWords(movedFrom)}\n`)
    if (!args.web && args.browser && port === undefined && hasDisplay()) {
      const electron = await findElectron() ?? await fetchElectron().catch((error: Error) => {
        if (!args.quiet)
          process.stderr.write(`${error.message} The browser is used instead.\n`)
        return null
      })
      if (electron?.runsCore) {
        const signal = stopOnSignals()
        return startDesktop({ electron, folder, library, signal })
      }
    }
    await serveUntilStopped({
      folder,
      library,
      port,
      json: args.json,
      quiet: args.quiet,
      browser: args.browser,
    })
  },
})

export const serve = defineCommand({
  meta: { name: 'serve', description: 'Serve the page on this machine and print its address' },
  args: {
    host: {
      type: 'string',
      default: '127.0.0.1',
      description: 'The address to listen on',
      valueHint: 'HOST',
    },
    ...serving,
    ...commonArguments,
  },
  run: async ({ args }) => {
    const library = args.library && typedPath(args.library)
    await serveUntilStopped({
      library,
      host: args.host,
      port: portFrom(args.port),
      json: args.json,
      quiet: args.quiet,
      browser: false,
    })
  },
})

function portFrom(text: string | undefined): number | undefined {
  return numberFrom(text, 'port', { least: 1, most: 65535, whole: true })
}
