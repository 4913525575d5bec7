import type { Locator, Page } from 'playwright-core'
import { mkdirSync } from 'node:fs'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

describe.skipIf(!findBrowser())('choosing how to learn, in Chromium', () => {
  let page: Page

  usePage({ each: 6 }, (opened) => {
    page = opened.page
  })

  it('says how it learns, and offers every depth and loss with a sentence', async () => {
    const how = page.getByTestId('learn-how')
    await how.locator('summary').focus()
    expect(await how.locator('summary').textContent()).toContain('The head')
    await page.keyboard.press('Enter')
    expect(await page.getByTestId('learn-depth').locator('option').allTextContents()).toEqual(['The head', 'The last stage', 'The last two stages', 'All of the network'])
    await page.getByTestId('learn-depth').selectOption('last-stage')
    await expect.poll(() => how.textContent()).toContain('Minutes')
    if (process.env.SILHOUETTE_SHOTS) {
      mkdirSync(process.env.SILHOUETTE_SHOTS, { recursive: true })
      await page.screenshot({ path: `${process.env.SILHOUETTE_SHOTS}/learn-how.png` })
    }
    await page.getByTestId('learn-depth').selectOption('head')
  })

  it('learns without a label by a loss that needs none', async () => {
    await expect.poll(() => page.getByTestId('learn').getAttribute('aria-disabled')).toBe('true')
    await page.getByTestId('learn-loss').selectOption('dec')
    await expect.poll(() => page.getByTestId('learn').getAttribute('aria-disabled')).toBe('false')
    await page.getByTestId('learn').click()
    await page.getByRole('tab', { name: /Learning/ }).click()
    await expect.poll(() => page.getByTestId('run').count(), { timeout: 60_000 }).toBe(1)
    expect(await page.getByTestId('run-choices').textContent()).toMatch(/The head · Deep embedded clustering · Adam · constant rate · \d+ dimensions · seed 0/)
  })

  it('leaves the tabs their room in the lowest window, and scrolls to what does not fit', async () => {
    await page.setViewportSize({ width: 1024, height: 640 })
    await page.getByTestId('map').focus()
    await page.keyboard.press('Control+a')
    await expect.poll(() => page.getByTestId('selection').textContent()).toContain('36 photos')
    await page.getByRole('tab', { name: /Suggestions/ }).click()
    await page.getByTestId('learn-how').locator('summary').click()
    await page.getByTestId('outcome').waitFor()
    expect((await page.getByRole('tabpanel').boundingBox())!.height).toBeGreaterThanOrEqual(100)
    expect(await foot(page.getByTestId('learn'))).toBeLessThanOrEqual(640)
    await page.getByTestId('learn-loss').focus()
    expect(await foot(page.getByTestId('learn-loss'))).toBeLessThanOrEqual(640)
  })
})

async function foot(element: Locator): Promise<number> {
  const { y, height } = (await element.boundingBox())!
  return y + height
}
