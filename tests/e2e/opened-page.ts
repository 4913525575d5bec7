import type { Page } from 'playwright-core'
import type { Served } from '#tests/e2e/served-library'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { isReady, placesOf } from '#tests/e2e/probes'
import { serveLibrary } from '#tests/e2e/served-library'
import { findBrowser } from '#tests/e2e/tools'
import { generatePhotos } from '#tests/fixtures/generate-photos'
import { runSilhouette } from '#tests/fixtures/run-silhouette'

/** A page on a library of its own, made of drawn pictures in six kinds. */
export interface OpenedPage {
  page: Page
  folder: string
  library: string
  home: string
  /** The program that serves the page; a test that starts another puts it here. */
  served: Served
  /** What the page complained about so far. */
  problems: string[]
  close: () => Promise<void>
}

/** What the page is opened on, so many drawn photos of each kind or a folder of one's own, and what Chromium draws with. */
export type PageOptions = ({ each: number } | { photos: string }) & { args?: string[] }

/** Opens the page, and waits for its map (or its grid). */
export async function openPage({ args = ['--enable-unsafe-swiftshader'], ...options }: PageOptions): Promise<OpenedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'silhouette-page-'))
  const home = join(folder, 'home')
  const library = join(folder, 'page.silhouette')
  const served = 'photos' in options
    ? await serveIndexed(options.photos, library, home)
    : await serveDrawn(join(folder, 'photos'), options.each, library, home)
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', ...args],
  })
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(20_000)
  const problems: string[] = []
  page.on('pageerror', error => problems.push(String(error)))
  page.on('console', message => message.type() === 'error' && problems.push(message.text()))
  await page.goto(served.url)
  const isThere = async (): Promise<boolean> => await isReady(page)
    && await page.getByTestId('tasks').locator('[aria-label="Cancel"]').count() === 0
    && ('photos' in options || (await placesOf(page)).size === 6 * options.each)
  for (const started = performance.now(); !await isThere(); await setTimeout(200)) {
    if (performance.now() - started > 90_000)
      throw new Error('The map is not there after 90 s.')
  }
  const opened: OpenedPage = {
    page,
    folder,
    library,
    home,
    served,
    problems,
    close: async () => {
      await browser.close()
      await opened.served.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return opened
}

async function serveDrawn(photos: string, each: number, library: string, home: string): Promise<Served> {
  await generatePhotos(photos, { each })
  return serveLibrary(['open', photos, '--no-browser', '--library', library], home)
}

async function serveIndexed(photos: string, library: string, home: string): Promise<Served> {
  await runSilhouette(['index', photos, '--library', library, '--quiet'], { home })
  return serveLibrary(['serve', '--library', library], home)
}
