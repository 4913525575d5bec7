import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { labels, numberIn, placesOf, ready } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

describe.skipIf(!findBrowser())('finding photos, in Chromium', () => {
  let page: Page

  usePage({ each: 8 }, (opened) => {
    page = opened.page
  })

  it('finds by a word with the keyboard, and selects what was found', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('/')
    await page.getByTestId('find-text').waitFor()
    await page.keyboard.type('boats')
    await page.keyboard.press('Enter')
    await expect.poll(() => found()).toBe('8 of 48 photos')
    await expect.poll(() => numberIn(page.getByTestId('selection'))).toBe(8)
    await page.keyboard.press('Tab')
    await page.getByTestId('name').fill('Boats')
    await page.getByTestId('name').press('Enter')
    await expect.poll(() => labels(page)).toEqual({ Boats: 8 })
  })

  it('leaves out nobody from the moment the search is ended', async () => {
    await page.getByTestId('find-text').press('Escape')
    await page.getByTestId('find-text').press('Escape')
    await page.getByTestId('map').focus()
    await page.keyboard.press('Control+a')
    await expect.poll(() => numberIn(page.getByTestId('selection'))).toBe(48)
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.getByTestId('find-text').waitFor()
  })

  it('combines facets, with the mouse, and counts what each would add', async () => {
    await page.getByTestId('find-text').fill('')
    await page.locator('[data-facet=folder]').getByText('boats').click()
    await page.locator('[data-facet=folder]').getByText('city').click()
    await expect.poll(() => found()).toBe('16 of 48 photos')
    await expect.poll(() => page.locator('[data-facet=status] label').filter({ hasText: 'Labelled' }).locator('.count').textContent()).toBe('8')
    await page.locator('[data-facet=status]').getByText('Labelled', { exact: true }).click()
    await expect.poll(() => found()).toBe('8 of 48 photos')
    await page.locator('[data-facet=label]').getByText('Boats').waitFor()
  })

  it('lets a lasso take only what was found', async () => {
    await page.keyboard.press('Escape')
    await page.getByLabel('Hide others').check()
    await ready(page)
    const box = (await page.getByTestId('map').boundingBox())!
    const places = [...(await placesOf(page)).values()]
    const [left, top] = [Math.max(box.x + 2, Math.min(...places.map(at => at.x)) - 20), Math.max(box.y + 2, Math.min(...places.map(at => at.y)) - 20)]
    const [right, bottom] = [Math.min(box.x + box.width - 2, Math.max(...places.map(at => at.x)) + 20), Math.min(box.y + box.height - 2, Math.max(...places.map(at => at.y)) + 20)]
    await page.keyboard.down('Shift')
    await page.mouse.move(left, top)
    await page.mouse.down()
    for (const [x, y] of [[right, top], [right, bottom], [left, bottom], [left, top + 1]])
      await page.mouse.move(x, y, { steps: 6 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await expect.poll(() => numberIn(page.getByTestId('selection'))).toBe(8)
    // One that is given up by Escape leaves what is selected.
    await page.mouse.move(left, top)
    await page.keyboard.down('Alt')
    await page.mouse.down()
    await page.mouse.move(right, bottom, { steps: 6 })
    await page.keyboard.up('Alt')
    await page.getByTestId('map').locator('polygon').waitFor()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await page.getByTestId('map').locator('polygon').isVisible()).toBe(false)
    expect(await numberIn(page.getByTestId('selection'))).toBe(8)
  })

  it('lets the key for all and the list of groups take only what was found', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('selection').textContent()).toContain('Nothing selected')
    await page.keyboard.press('Control+a')
    await expect.poll(() => numberIn(page.getByTestId('selection'))).toBe(8)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('selection').textContent()).toContain('Nothing selected')
    await page.evaluate(`document.querySelectorAll('[data-group]').forEach(group => group.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true })))`)
    await expect.poll(() => numberIn(page.getByTestId('selection'))).toBe(8)
  })

  it('shows every photo again', async () => {
    await page.getByTestId('find').getByRole('button', { name: 'Show all' }).click()
    await expect.poll(() => found()).toBe('48 photos')
  })

  it('leaves every tool of the map in sight in the narrowest window', async () => {
    const { width, height } = page.viewportSize()!
    await page.setViewportSize({ width: 1024, height: 640 })
    const room = (await page.getByTestId('map').boundingBox())!
    const tools = page.getByRole('group', { name: 'Map', exact: true })
    for (const tool of await tools.locator('button, .slider').all()) {
      const box = (await tool.boundingBox())!
      expect(box.x, await tool.textContent() ?? '').toBeGreaterThanOrEqual(room.x)
      expect(box.x + box.width).toBeLessThanOrEqual(room.x + room.width)
      expect(box.y + box.height).toBeLessThanOrEqual(640)
    }
    expect((await tools.locator('.slider').boundingBox())!.width).toBeGreaterThan(60)
    await page.setViewportSize({ width, height })
  })

  it('takes a word that is dropped on its field', async () => {
    expect(await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.setData('text/plain', 'boats')
      return document.querySelector('[data-testid=find-text]').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    })()`)).toBe(true)
  })

  it('closes by Escape', async () => {
    await page.getByTestId('find-text').focus()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('find').count()).toBe(0)
  })

  async function found(): Promise<string> {
    return (await page.getByTestId('found').textContent())!.trim()
  }
})
