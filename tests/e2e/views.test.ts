import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { distance, labels, placesOf, ready } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

/** Long enough for a busy machine. */
const soon = { timeout: 10_000 }

describe.skipIf(!findBrowser())('ways over the map, in Chromium', () => {
  let page: Page

  usePage({ each: 8 }, async (opened) => {
    page = opened.page
  })

  it('shows where one is while a part is in sight, and goes elsewhere by a drag or the arrows', async () => {
    const small = page.getByTestId('minimap')
    expect(await small.count()).toBe(0)
    await page.getByTestId('map').focus()
    for (let time = 0; time < 4; time++)
      await page.keyboard.press('+')
    await small.waitFor()
    await ready(page)
    const before = (await placesOf(page)).get(1)!
    const box = (await small.boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 + 30, box.y + box.height / 2, { steps: 3 })
    await page.mouse.up()
    const dragged = (await placesOf(page)).get(1)!
    expect(dragged.x).toBeLessThan(before.x - 30)
    await small.focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(async () => (await placesOf(page)).get(1)!.x, soon).toBeGreaterThan(dragged.x + 30)
    await page.getByTestId('map').focus()
    await page.keyboard.press('Home')
    await expect.poll(() => small.count(), soon).toBe(0)
  })

  it('zooms to a label, and back and forward over the views', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('l')
    await page.getByTestId('name').and(page.locator(':focus')).waitFor()
    await page.keyboard.type('pair')
    await page.keyboard.press('Enter')
    await expect.poll(() => labels(page), soon).toEqual({ pair: 2 })
    await page.getByTestId('map').focus()
    await page.keyboard.press('Home')
    await ready(page)
    const whole = await placesOf(page)

    await page.getByRole('button', { name: 'More for pair' }).click()
    await page.getByRole('menuitem', { name: 'Zoom to its photos' }).click()
    await expect.poll(() => farthest(whole), soon).toBeGreaterThan(100)
    await ready(page)
    const near = await placesOf(page)

    await page.getByTestId('map').focus()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => farthest(whole), soon).toBeLessThan(2)
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => farthest(near), soon).toBeLessThan(2)

    // The same by mouse, from the list of commands.
    await page.getByRole('button', { name: 'Find a command…' }).click()
    await page.getByRole('option', { name: /Back to the view before/ }).click()
    await expect.poll(() => farthest(whole), soon).toBeLessThan(2)
    await page.getByRole('button', { name: 'Find a command…' }).click()
    await page.getByRole('option', { name: /Forward to the next view/ }).click()
    await expect.poll(() => farthest(near), soon).toBeLessThan(2)
  })

  async function farthest(before: Map<number, { x: number, y: number }>): Promise<number> {
    const now = await placesOf(page)
    return Math.max(...[...before].map(([photo, at]) => distance(at, now.get(photo)!)))
  }
})
