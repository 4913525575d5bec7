import type { Page } from 'playwright-core'
import type { OpenedPage } from '#tests/e2e/opened-page'
import type { Served } from '#tests/e2e/served-library'
import { afterAll, describe, expect, it } from 'vitest'
import { labels, selectFound } from '#tests/e2e/page-steps'
import { serveLibrary } from '#tests/e2e/served-library'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

describe.skipIf(!findBrowser())('two pages on one library, in Chromium', () => {
  let opened: OpenedPage
  let first: Page
  let elsewhere: Served | undefined

  usePage({ each: 6 }, (given) => {
    opened = given
    first = given.page
  })

  afterAll(() => elsewhere?.stop())

  it('see each other\'s labels when one host serves both', async () => {
    const second = await first.context().newPage()
    await second.goto(new URL(first.url()).origin)
    await seeEachOther(second, ['Boats', 'Ships'])
  })

  it('see each other\'s labels when two programs have the library open', async () => {
    elsewhere = await serveLibrary(['serve', '--library', opened.library], opened.home)
    const second = await (await first.context().browser()!.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    await second.goto(elsewhere.url)
    await seeEachOther(second, ['City', 'Town'])
  })

  /** Each page labels its selection, and the other one shows it. */
  async function seeEachOther(second: Page, names: [string, string]): Promise<void> {
    await expect.poll(async () => labels(second), { timeout: 10_000 }).toEqual(await labels(first))
    for (const [here, there, name] of [[first, second, names[0]], [second, first, names[1]]] as const) {
      await here.bringToFront()
      await selectFound(here, names[0] === 'Boats' ? 'boats' : 'city', 6)
      await here.getByTestId('name').fill(name)
      await here.getByTestId('name').press('Enter')
      await expect.poll(() => labels(there), { timeout: 5_000, interval: 20 }).toHaveProperty(name, 6)
    }
  }
})
