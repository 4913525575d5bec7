import type { ChildProcess } from 'node:child_process'
import type { Page } from 'playwright-core'
import type { OpenedPage } from '#tests/e2e/opened-page'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPage } from '#tests/e2e/opened-page'
import { labels, numberIn, selectFound } from '#tests/e2e/page-steps'
import { serveLibrary } from '#tests/e2e/served-library'
import { findBrowser } from '#tests/e2e/tools'

/** What the page does when the core is gone, started anew or busy: nothing typed, chosen or said may be lost. */
describe.skipIf(!findBrowser() || process.platform === 'win32')('the page while the core is away, in Chromium', () => {
  let opened: OpenedPage
  let page: Page
  let host: ChildProcess

  beforeAll(async () => {
    opened = await openPage({ each: 6 })
    page = opened.page
    host = opened.served.process
  })

  afterAll(() => opened?.close())

  it('says that the core is busy, and has the label given once it has time', async () => {
    const core = coreOf(host)
    await selectFound(page, 'boats', 6)
    process.kill(core, 'SIGSTOP')
    await expect.poll(() => banner(), { timeout: 15_000 }).toContain('busy')
    await page.getByTestId('name').fill('Boats')
    await page.getByTestId('name').press('Enter')
    expect(await labels(page)).toEqual({})
    process.kill(core, 'SIGCONT')
    await expect.poll(() => labels(page)).toEqual({ Boats: 6 })
    await expect.poll(() => banner()).toBe('')
    expect(await numberIn(page.getByTestId('selection'))).toBe(6)
  })

  it('says that the core is gone, keeps what is typed, chosen and said, and is back by itself', async () => {
    await selectFound(page, 'city', 6)
    const core = coreOf(host)
    // Stopped first, its keeper does not start another one while there is something to see.
    process.kill(host.pid!, 'SIGSTOP')
    process.kill(core, 'SIGKILL')
    await expect.poll(() => banner(), { timeout: 15_000 }).toContain('Reconnecting')
    await page.getByTestId('name').fill('City')
    await page.getByTestId('name').press('Enter')
    await expect.poll(() => banner()).toContain('1 action kept')
    const box = (await page.getByTestId('connection').boundingBox())!
    for (const button of await page.getByRole('button').all()) {
      const other = await button.boundingBox()
      if (other && other.width > 1)
        expect(other.x >= box.x + box.width || other.x + other.width <= box.x || other.y >= box.y + box.height || other.y + other.height <= box.y).toBe(true)
    }
    await page.getByTestId('map').focus()
    await page.keyboard.press('1')
    await expect.poll(() => banner()).toContain('2 actions kept')
    expect(await page.getByTestId('selection').textContent()).toContain('6 Boats')
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.getByText('This can’t be done while Silhouette is away').count()).toBe(1)
    await page.getByTestId('name').fill('half a na')
    process.kill(host.pid!, 'SIGCONT')
    await expect.poll(() => banner(), { timeout: 30_000 }).toBe('')
    // In the order they were said: City first, then Boats in its place, under the old name.
    await expect.poll(() => labels(page)).toEqual({ Boats: 12, City: 0 })
    expect(await page.getByTestId('name').inputValue()).toBe('half a na')
    expect(await numberIn(page.getByTestId('selection'))).toBe(6)
    await page.getByTestId('name').fill('')
    await page.getByTestId('map').focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => labels(page)).toEqual({ Boats: 6, City: 6 })
  })

  it('finds its way back to a host that was ended and started again at the same address', async () => {
    await selectFound(page, 'balls', 6)
    await page.getByTestId('name').fill('Ba')
    const { origin, port } = new URL(page.url())
    const core = coreOf(host)
    host.kill('SIGKILL')
    await once(host, 'exit')
    await ended(core)
    await expect.poll(() => banner(), { timeout: 15_000 }).toContain('Reconnecting')
    await page.getByTestId('name').press('End')
    await page.keyboard.type('lls')
    await page.keyboard.press('Enter')
    await expect.poll(() => banner()).toContain('1 action kept')
    opened.served = await serveLibrary(['open', join(opened.folder, 'photos'), '--no-browser', '--library', opened.library], opened.home, port)
    expect(new URL(opened.served.url).origin).toBe(origin)
    await expect.poll(() => labels(page), { timeout: 30_000 }).toEqual({ Boats: 6, City: 6, Balls: 6 })
    expect(await banner()).toBe('')
    expect(await numberIn(page.getByTestId('selection'))).toBe(6)
  })

  /** What the page says of its way to the core, nothing while all is well. */
  async function banner(): Promise<string> {
    return (await page.getByTestId('connection').allTextContents()).join('')
  }
})

/** The process of the core below the one that keeps it. */
function coreOf(host: ChildProcess): number {
  return Number(execFileSync('pgrep', ['-P', String(host.pid)]).toString().trim().split('\n')[0])
}

async function ended(pid: number): Promise<void> {
  await expect.poll(() => {
    try {
      return process.kill(pid, 0)
    }
    catch {
      return false
    }
  }, { timeout: 15_000 }).toBe(false)
}
