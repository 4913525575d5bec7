import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { placesOf, ready } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

type Places = Awaited<ReturnType<typeof placesOf>>

/** The least distance between two photos, along the axis where they are farther apart, px. */
function nearest(places: Places): number {
  const all = [...places.values()]
  return Math.min(...all.flatMap((one, at) => all.slice(at + 1).map(other => Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)))))
}

describe.skipIf(!findBrowser())('photos that cover one another, in Chromium', () => {
  let page: Page

  usePage({ each: 8 }, async (opened) => {
    page = opened.page
  })

  it('are laid beside one another by a key, chosen there by a lasso, and put back by the button', async () => {
    await ready(page)
    const before = await placesOf(page)
    expect(nearest(before)).toBeLessThan(20)
    await page.getByTestId('map').focus()
    await page.keyboard.press('d')
    await expect.poll(async () => nearest(await placesOf(page)), { timeout: 10_000 }).toBeGreaterThan(20)
    await ready(page)
    const spread = await placesOf(page)
    const middle = [...spread.values()].map(({ x }) => x).sort((a, b) => a - b)[24] - 2
    const box = (await page.getByTestId('map').boundingBox())!
    await page.keyboard.down('Shift')
    await page.mouse.move(middle, box.y + 3)
    await page.mouse.down()
    for (const [x, y] of [[middle, box.y + box.height - 3], [box.x + box.width - 3, box.y + box.height - 3], [box.x + box.width - 3, box.y + 3], [middle + 3, box.y + 3]])
      await page.mouse.move(x, y, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    const inside = [...spread.values()].filter(({ x, y }) => x > middle && x < box.x + box.width - 3 && y > box.y + 3 && y < box.y + box.height - 3).length
    await expect.poll(() => page.getByTestId('selection').getByRole('heading').textContent(), { timeout: 10_000 }).toContain(String(inside))
    await page.locator('[data-action="spread-photos"]').click()
    await expect.poll(async () => nearest(await placesOf(page)), { timeout: 10_000 }).toBeLessThan(20)
    await ready(page)
    const back = await placesOf(page)
    for (const [photo, { x, y }] of before) {
      expect(Math.abs(back.get(photo)!.x - x)).toBeLessThan(1)
      expect(Math.abs(back.get(photo)!.y - y)).toBeLessThan(1)
    }
  })
})

describe.skipIf(!findBrowser())('photos that cover one another on two maps, in Chromium', () => {
  let page: Page

  usePage({ each: 8 }, async (opened) => {
    page = opened.page
  })

  it('are laid beside one another on the map that has the keyboard, and stay so when the other one is placed anew', async () => {
    const spread = async (side: 'first' | 'second'): Promise<boolean> => nearest(await placesOf(page, side)) > 12
    const are = async (): Promise<boolean[]> => [await spread('first'), await spread('second')]
    await ready(page)
    await page.getByTestId('map').focus()
    await page.keyboard.press('m')
    await page.getByTestId('second-map').waitFor()
    await expect.poll(() => placesOf(page, 'second').then(({ size }) => size), { timeout: 20_000 }).toBe(48)
    await ready(page)
    const before = await placesOf(page, 'second')
    expect(await are()).toEqual([false, false])
    await page.getByTestId('map').focus()
    await page.keyboard.press('d')
    await expect.poll(are, { timeout: 10_000 }).toEqual([true, false])
    await ready(page)

    // What is pointed at on one is marked on the other where it lies there now.
    const left = await placesOf(page)
    const photo = 48
    const { x, y } = before.get(photo)!
    await page.mouse.move(x - 2, y)
    await page.mouse.move(x, y)
    await page.getByTestId('echo').waitFor()
    const echo = (await page.getByTestId('echo').boundingBox())!
    const at = { x: echo.x + echo.width / 2, y: echo.y + echo.height / 2 }
    expect(Math.min(...[...left.values()].map(place => Math.hypot(place.x - at.x, place.y - at.y)))).toBeLessThan(2)

    await page.getByTestId('second-map').focus()
    expect(await page.locator('[data-action="spread-photos"]').getAttribute('aria-pressed')).toBe('false')
    await page.keyboard.press('d')
    await expect.poll(are, { timeout: 10_000 }).toEqual([true, true])
    await ready(page)
    // Photos that fly between the two leave both as they are.
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await page.keyboard.press('y')
    await ready(page)
    expect(await are()).toEqual([true, true])
    await page.getByRole('group', { name: 'Second map' }).getByRole('button', { name: /, / }).first().click()
    await page.getByRole('menuitem', { name: /^PCA/ }).click()
    await expect.poll(are, { timeout: 20_000 }).toEqual([true, false])
    await ready(page)
    await page.getByTestId('map').focus()
    await page.keyboard.press('m')
    await expect.poll(() => page.getByTestId('second-map').count(), { timeout: 10_000 }).toBe(0)
    expect(await spread('first')).toBe(true)
    await page.keyboard.press('d')
    await expect.poll(() => spread('first'), { timeout: 10_000 }).toBe(false)
  })
})
