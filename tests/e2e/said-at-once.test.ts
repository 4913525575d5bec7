import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { holdCall } from '#tests/e2e/hold-call'
import { labels, numberIn, selectFound } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

/** What a person does to labels is shown before the core has answered, and put back where the core refuses it. */
describe.skipIf(!findBrowser())('labels said at once, in Chromium', () => {
  let page: Page

  usePage({ each: 6 }, (opened) => {
    page = opened.page
    // A browser complains of every call that is refused, and one is.
  }, { quiet: false })

  it('shows a label, an undo and a redo before the core has answered', async () => {
    await selectFound(page, 'boats', 6)
    await page.getByTestId('name').fill('Boats')
    await page.getByTestId('name').press('Enter')
    await expect.poll(() => labels(page)).toEqual({ Boats: 6 })
    await selectFound(page, 'city', 6)
    for (const [call, keys, count, parts] of [
      ['assign', '1', 12, '6 Boats'],
      ['undo', 'Control+z', 6, '6 not labelled'],
      ['redo', 'Control+Shift+z', 12, '6 Boats'],
    ] as const) {
      const go = await holdCall(page, `labels/${call}`)
      await page.getByTestId('map').focus()
      await page.keyboard.press(keys)
      await expect.poll(() => labels(page)).toEqual({ Boats: count })
      await expect.poll(() => page.getByTestId('selection').textContent()).toContain(parts)
      await go()
      expect(await labels(page)).toEqual({ Boats: count })
    }
    await expect.poll(() => page.getByText('Done again: Label 6 photos Boats').count()).toBe(1)
    await page.reload()
    await expect.poll(() => labels(page)).toEqual({ Boats: 12 })
  })

  it('does again what was undone as soon as that is seen, though the core has not answered yet', async () => {
    const go = await holdCall(page, 'labels/undo', { answer: true })
    await page.getByTestId('map').focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => labels(page)).toEqual({ Boats: 6 })
    await page.keyboard.press('Control+Shift+z')
    await go()
    await expect.poll(() => labels(page)).toEqual({ Boats: 12 })
    await page.reload()
    await expect.poll(() => labels(page)).toEqual({ Boats: 12 })
  })

  it('undoes in their order two acts that are both on their way', async () => {
    const go = await holdCall(page, 'labels/assign')
    await selectFound(page, 'flowers', 6)
    await page.getByTestId('map').focus()
    await page.keyboard.press('1')
    await page.keyboard.press('0')
    await page.keyboard.press('Control+z')
    await expect.poll(() => labels(page)).toEqual({ Boats: 18 })
    await page.keyboard.press('Control+z')
    await expect.poll(() => labels(page)).toEqual({ Boats: 12 })
    await go()
    await expect.poll(() => page.getByText('Undone: Label 6 photos Boats').count()).toBe(1)
    await page.reload()
    await expect.poll(() => labels(page)).toEqual({ Boats: 12 })
  })

  it('puts back what the core refuses, and says so', async () => {
    await selectFound(page, 'flowers', 6)
    const go = await holdCall(page, 'labels/assign')
    await page.getByTestId('map').focus()
    await page.keyboard.press('1')
    await expect.poll(() => page.getByTestId('selection').textContent()).toContain('6 Boats')
    // Elsewhere, the label is removed meanwhile.
    await page.evaluate(`fetch('/rpc/labels/remove', { method: 'POST', headers: { 'content-type': 'application/json', 'x-silhouette': 'page' }, body: JSON.stringify({ json: { label: 1 } }) })`)
    await expect.poll(() => labels(page)).toEqual({})
    await go()
    await expect.poll(() => page.getByTestId('selection').textContent()).toContain('6 not labelled')
    await expect.poll(() => page.getByTitle('UNKNOWN_LABEL').count()).toBe(1)
  })

  it('keeps a name that is typed while the one before is still on its way', async () => {
    const name = page.getByTestId('name')
    await selectFound(page, 'flowers', 6)
    const go = await holdCall(page, 'labels/assign', { answer: true })
    await name.fill('Flowers')
    await name.press('Enter')
    await page.getByTestId('map').focus()
    await page.keyboard.press('Control+a')
    await expect.poll(() => numberIn(page.getByTestId('selection'))).toBe(36)
    await name.fill('All')
    await go()
    await expect.poll(() => labels(page)).toHaveProperty('Flowers', 6)
    expect(await name.inputValue()).toBe('All')
    await name.press('Enter')
    await expect.poll(() => labels(page)).toHaveProperty('All', 36)
    await expect.poll(() => name.inputValue()).toBe('')
  })
})
