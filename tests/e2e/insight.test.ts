import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { labels, numberIn } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

describe.skipIf(!findBrowser())('checking the labels, in Chromium', () => {
  let page: Page

  usePage({ each: 6 }, (opened) => {
    page = opened.page
  })

  it('has two labels, one of them with a photo of the other', async () => {
    await label('boats', 'Boats')
    await label('city', 'City')
    await label('boats-001', 'City')
    await page.getByTestId('find-text').press('Escape')
    await page.getByTestId('find-text').press('Escape')
  })

  it('shows which labels are taken for which, and leads from a number to its photos', async () => {
    expect(await labels(page)).toEqual({ Boats: 5, City: 7 })
    await page.getByTestId('map').focus()
    await page.keyboard.press('q')
    await page.getByRole('tab', { name: 'Taken for another' }).click()
    await page.getByRole('button', { name: '1 labelled City, next to Boats: select' }).click()
    await expect.poll(() => numberIn(page.getByTestId('selection'))).toBe(1)
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('can be closed before it has measured anything, and says nothing of that', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('q')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('q')
    await expect.poll(() => page.getByRole('dialog').getByRole('button', { name: /%: select the City next to another label/ }).count()).toBe(1)
    expect(await page.locator('.notice.problem').count()).toBe(0)
    await page.keyboard.press('Escape')
  })

  it('leads from the numbers of a label to the photos that spoil them, with the keyboard', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('q')
    await page.getByRole('tab', { name: 'Labels', exact: true }).last().click()
    const accuracy = page.getByRole('button', { name: /%: select the City next to another label/ })
    await accuracy.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => numberIn(page.getByTestId('selection'))).toBe(1)
  })

  it('opens a photo large above the dialog, where the keys are about that photo', async () => {
    const before = await labels(page)
    await page.getByTestId('map').focus()
    await page.keyboard.press('q')
    await page.getByRole('tab', { name: 'Duplicates' }).click()
    await page.getByTestId('duplicates').first().locator('li > button').first().click()
    const photo = page.getByTestId('photo')
    const place = () => photo.getByText(/^\d+ of 36$/).textContent()
    const first = await place()
    await page.keyboard.press('ArrowRight')
    await expect.poll(place).not.toBe(first)
    await page.keyboard.press('0')
    await page.keyboard.press('2')
    await expect.poll(() => photo.locator('.said b').textContent()).toBe('City')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'Keys' }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(1)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await expect.poll(() => labels(page)).toEqual(before)
  })

  it('shows the curves of two runs side by side', async () => {
    await page.getByRole('tab', { name: /Learning/ }).click()
    for (const runs of [1, 2]) {
      await page.getByTestId('map').focus()
      await expect.poll(() => page.getByTestId('learn').getAttribute('aria-disabled'), { timeout: 30_000 }).toBe('false')
      await page.keyboard.press('Control+Enter')
      await expect.poll(() => page.getByTestId('run').count(), { timeout: 60_000 }).toBe(runs)
    }
    const lines = page.getByTestId('run-curves').locator('figure').first()
    expect(await lines.locator('li').allTextContents()).toEqual([expect.stringContaining('Run 2'), expect.stringContaining('Run 1')])
    expect(await lines.locator('svg path:not(.ground)').count()).toBe(2)
  })

  /** Finds photos by a word and names them. */
  async function label(word: string, name: string): Promise<void> {
    await page.getByTestId('map').focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.getByTestId('find-text').fill(word)
    await page.getByTestId('find-text').press('Enter')
    await expect.poll(() => numberIn(page.getByTestId('selection'))).toBe(word.includes('-') ? 1 : 6)
    await page.getByTestId('name').fill(name)
    await page.getByTestId('name').press('Enter')
    await expect.poll(() => page.getByTestId('name').inputValue()).toBe('')
  }
})
