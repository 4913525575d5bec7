import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { labels, placesOf, ready } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

/** Long enough for a busy machine. */
const soon = { timeout: 10_000 }

describe.skipIf(!findBrowser())('without WebGL, in Chromium', () => {
  let page: Page

  usePage({ each: 12, args: ['--disable-3d-apis'] }, (opened) => {
    page = opened.page
  })

  it('says so, and shows the photos in sections by group', async () => {
    await page.getByText('The map needs WebGL 2').waitFor()
    expect(await page.locator('canvas').count()).toBe(0)
    await expect.poll(() => page.getByTestId('grid-section').count(), soon).toBeGreaterThan(1)
    await page.getByTestId('no-map').getByRole('button').click()
    expect(await page.getByTestId('no-map').count()).toBe(0)
  })

  it('selects and labels by mouse: a section, a photo more, a range, and one less', async () => {
    await page.getByTestId('grid-section').first().click()
    await expect.poll(() => selected(page), soon).toBeGreaterThan(5)
    await page.getByTestId('name').fill('kind')
    await page.getByTestId('name').press('Enter')
    await expect.poll(() => labels(page), soon).toHaveProperty('kind')

    const tiles = page.locator('[data-photo]')
    await tiles.nth(0).click()
    await expect.poll(() => selected(page), soon).toBe(1)
    await tiles.nth(3).click({ modifiers: ['Shift'] })
    await expect.poll(() => selected(page), soon).toBe(4)
    await tiles.nth(1).click({ modifiers: ['Alt'] })
    await expect.poll(() => selected(page), soon).toBe(3)
    await tiles.nth(1).click({ modifiers: ['Control'] })
    await expect.poll(() => selected(page), soon).toBe(4)
    await tiles.nth(2).dblclick()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
  })

  it('does all of it by keyboard, and learns', async () => {
    await page.keyboard.press('Escape')
    await page.getByTestId('grid').focus()
    await page.keyboard.press('Shift+T')
    await expect.poll(() => page.getByTestId('grid-section').first().textContent(), soon).toContain('kind')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(() => selected(page), soon).toBe(3)
    await page.keyboard.press('Space')
    await expect.poll(() => selected(page), soon).toBe(2)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')

    // The other kinds by the search, which the grid follows.
    for (const word of ['boats', 'city']) {
      await page.getByTestId('grid').focus()
      await page.keyboard.press('/')
      await page.getByTestId('find-text').fill(word)
      await expect.poll(async () => (await placesOf(page)).size, soon).toBe(12)
      await page.getByTestId('find-text').press('Enter')
      await expect.poll(() => selected(page), soon).toBe(12)
      await page.getByTestId('name').fill(word)
      await page.getByTestId('name').press('Enter')
      await expect.poll(() => labels(page), soon).toHaveProperty(word, 12)
      await page.getByTestId('find-text').press('Escape')
      await page.getByTestId('find-text').press('Escape')
      await expect.poll(async () => (await placesOf(page)).size, soon).toBe(72)
      await page.getByTestId('grid').focus()
      await page.keyboard.press('Escape')
    }
    await page.getByTestId('grid').focus()
    await page.keyboard.press('n')
    await page.getByTestId('queue-row').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByTestId('grid').focus()
    await page.keyboard.press('Control+Enter')
    await page.getByTestId('outcome').waitFor({ timeout: 60_000 })
    await ready(page)
  })
})

describe.skipIf(!findBrowser())('the grid by choice, in Chromium', () => {
  let page: Page

  usePage({ each: 8 }, (opened) => {
    page = opened.page
  })

  it('stands in the map\'s place and goes again, by mouse and by key', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Show the photos as a grid' }).click()
    await page.getByTestId('grid').waitFor()
    expect(await page.locator('canvas').count()).toBe(0)
    await expect.poll(() => page.locator('.tile.selected').count(), soon).toBe(1)
    const before = (await page.locator('[data-photo]').first().boundingBox())!.width
    await page.getByTestId('grid').focus()
    await page.keyboard.press('+')
    await expect.poll(async () => (await page.locator('[data-photo]').first().boundingBox())!.width, soon).toBeGreaterThan(before)
    await page.keyboard.press('t')
    await page.getByTestId('map').waitFor()
    await ready(page)
    expect((await placesOf(page)).size).toBe(48)
  })
})

async function selected(page: Page): Promise<number> {
  return Number(/\d+/.exec(await page.getByTestId('selection').textContent() ?? '')?.[0] ?? 0)
}
