import type { Page } from 'playwright-core'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { labels } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

/** Every view is looked at by axe-core, in light and in dark: nothing serious may be found. */
describe.skipIf(!findBrowser()).each(['light', 'dark'] as const)('the page for everyone, %s', (colorScheme) => {
  let page: Page

  usePage({ each: 6 }, async (opened) => {
    page = opened.page
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  })

  it('the map and its panels', async () => {
    expect(await findings()).toEqual([])
    for (const word of ['boats', 'city']) {
      await onMap('/')
      await page.getByTestId('find-text').fill(word)
      await page.getByTestId('find-text').press('Enter')
      await page.getByTestId('name').fill(word)
      await page.getByTestId('name').press('Enter')
      await expect.poll(() => labels(page)).toHaveProperty(word)
    }
    expect(await findings()).toEqual([])
    await page.getByTestId('find-text').press('Escape')
    await page.getByTestId('find-text').press('Escape')
    for (const tab of ['Suggestions', 'Learning', 'Labels']) {
      await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
      expect(await findings(), tab).toEqual([])
    }
  })

  it('two maps, and the grid', async () => {
    await onMap('m')
    await page.getByTestId('second-map').waitFor()
    expect(await findings()).toEqual([])
    await onMap('m')
    await onMap('t')
    await page.getByTestId('grid').waitFor()
    expect(await findings()).toEqual([])
    await page.getByTestId('grid').focus()
    await page.keyboard.press('t')
    await page.getByTestId('map').waitFor()
  })

  it('what to label next', async () => {
    await onMap('n')
    await page.getByTestId('queue-row').first().waitFor()
    expect(await findings()).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('every dialog', async () => {
    for (const [key, tabs] of [['Control+k', []], ['?', []], ['Control+e', []], ['q', ['Taken for another', 'Perhaps mislabelled', 'Duplicates', 'Unlike all others']]] as const) {
      await onMap(key)
      await page.getByRole('dialog').waitFor()
      expect(await findings(), key).toEqual([])
      for (const tab of tabs) {
        await page.getByRole('tab', { name: tab }).click()
        expect(await findings(), tab).toEqual([])
      }
      await page.keyboard.press('Escape')
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    }
  })

  it('the large view', async () => {
    await onMap('ArrowRight')
    await page.keyboard.press('Enter')
    await page.locator('.stage img').waitFor()
    expect(await findings()).toEqual([])
    await page.keyboard.press('c')
    expect(await findings()).toEqual([])
    await page.keyboard.press('Escape')
  })

  async function onMap(key: string): Promise<void> {
    await page.getByTestId('map').focus()
    await page.keyboard.press(key)
  }

  async function findings(): Promise<string[]> {
    await page.waitForTimeout(250)
    const { violations } = await page.evaluate<axe.AxeResults>(`${axe.source}; axe.run(document, { resultTypes: ['violations'] })`)
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary})`).join('; ')}`)
  }
})
