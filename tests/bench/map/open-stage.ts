import type { Browser, Page } from 'playwright-core'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'

const entry = fileURLToPath(new URL('../../src-renderer/map/stage/stage.ts', import.meta.url))
const address = 'http://stage.test/'
/** As strict as the page's own: no eval, no inline script or style. */
const policy = 'default-src \'none\'; script-src \'self\'; style-src \'self\''
const document = '<!doctype html><link rel="stylesheet" href="stage.css"><div id="host"></div><script type="module" src="stage.js"></script>'
const style = `html, body, #host { margin: 0; width: 100%; height: 100%; overflow: hidden }
#pane, #beside { position: absolute; inset: 0 }
.two #pane { right: 50% }
.two #beside { left: 50% }`

export interface OpenStage {
  browser: Browser
  /** A fresh page with a map of so many made-up photos on it. */
  page: (count: number, options?: { reducedMotion?: boolean, ratio?: number, width?: number, height?: number }) => Promise<Page>
  close: () => Promise<void>
}

/** Builds the map's test page and opens a headless Chromium for it; nothing leaves the machine. `args`: more of Chromium's. */
export async function openStage(args: string[] = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']): Promise<OpenStage> {
  const script = await buildStage()
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', ...args],
  })
  const page: OpenStage['page'] = async (count, { reducedMotion = true, ratio = 1, width = 1440, height = 900 } = {}) => {
    const opened = await browser.newPage({
      viewport: { width, height },
      deviceScaleFactor: ratio,
    })
    await opened.route(`${address}**`, (route) => {
      const path = new URL(route.request().url()).pathname
      if (path === '/stage.js')
        return route.fulfill({ contentType: 'text/javascript', body: script })
      if (path === '/stage.css')
        return route.fulfill({ contentType: 'text/css', body: style })
      return route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': policy },
        body: document,
      })
    })
    await opened.goto(address)
    await opened.evaluate(`openStage(${count}, ${reducedMotion})`)
    return opened
  }
  return {
    browser,
    page,
    close: () => browser.close(),
  }
}

async function buildStage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      rollupOptions: {
        input: entry,
        output: { format: 'es', codeSplitting: false },
      },
    },
  })
  for (const bundle of [built].flat()) {
    const chunk = 'output' in bundle && bundle.output.find(made => made.type === 'chunk' && made.isEntry)
    if (chunk && chunk.type === 'chunk')
      return chunk.code
  }
  throw new Error('The map\'s test page has no script.')
}
