import type { Page } from 'playwright-core'
import type { Served } from '#tests/e2e/served-library'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { vi } from 'vitest'
import { isReady, placesOf } from '#tests/e2e/page-steps'
import { serveLibrary } from '#tests/e2e/served-library'
import { findBrowser } from '#tests/e2e/tools'
import { generatePhotos } from '#tests/fixtures/generate-photos'

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

/** Opens the page on `each` photos of each kind, and waits for its map (or its grid). `args`: what Chromium draws with. */
export async function openPage({ each, args = ['--enable-unsafe-swiftshader'] }: { each: number, args?: string[] }): Promise<OpenedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'silhouette-page-'))
  const home = join(folder, 'home')
  const library = join(folder, 'page.silhouette')
  await generatePhotos(join(folder, 'photos'), { each })
  const served = await serveLibrary(['open', join(folder, 'photos'), '--no-browser', '--library', library], home)
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
  const all = each * 6
  await vi.waitFor(async () => {
    if ((await placesOf(page)).size !== all || await page.getByTestId('tasks').locator('[aria-label="Cancel"]').count() > 0 || !await isReady(page))
      throw new Error('The map is not there yet.')
  }, { timeout: 90_000, interval: 200 })
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
