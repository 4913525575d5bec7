import type { Locator, Page } from 'playwright-core'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { holdCall } from '#tests/e2e/hold-call'
import { distance, labels, placesOf, ready } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'
import { generatePhotos } from '#tests/fixtures/generate-photos'
import { runSilhouette } from '#tests/fixtures/run-silhouette'

interface Place { x: number, y: number }

/** Long enough for a busy machine. */
const soon = { timeout: 10_000 }

describe.skipIf(!findBrowser())('two maps side by side, in Chromium', () => {
  let page: Page
  let folder: string
  let first: Locator
  let second: Locator

  usePage({ each: 8 }, async (opened) => {
    page = opened.page
    folder = join(opened.folder, 'photos')
    first = page.getByTestId('map')
    second = page.getByTestId('second-map')
    await runSilhouette(['index', join(opened.folder, 'photos'), '--library', opened.library, '--taps', 'stage-2,pooled'], { home: opened.home })
    await page.getByRole('slider', { name: 'Layer of the network' }).waitFor()
  })

  it('can be closed before it is there', async () => {
    await first.focus()
    const go = await holdCall(page, 'map/ofSpace')
    await page.keyboard.press('m')
    await second.waitFor()
    await page.keyboard.press('m')
    await expect.poll(() => second.count(), soon).toBe(0)
    await go()
    await page.waitForTimeout(500)
    expect(await page.locator('.notice').count()).toBe(0)
    expect(await page.getByTestId('tasks').count()).toBe(0)
  })

  it('opens, chooses, points and swaps by mouse', async () => {
    await page.getByRole('button', { name: 'Show two maps side by side' }).click()
    await second.waitFor()
    await ready(page)
    expect(await page.locator('canvas').count()).toBe(1)
    const [left, right] = [await placesOf(page), await placesOf(page, 'second')]
    expect([left.size, right.size]).toEqual([48, 48])
    const middle = (await second.boundingBox())!.x
    expect([...left.values()].every(({ x }) => x < middle) && [...right.values()].every(({ x }) => x > middle)).toBe(true)

    // The photo on top there is marked here, too.
    const at = right.get(48)!
    await page.mouse.move(at.x, at.y)
    const echo = page.getByTestId('echo')
    await echo.waitFor()
    const box = (await echo.boundingBox())!
    expect(nearest(left, { x: box.x + box.width / 2, y: box.y + box.height / 2 })).toBeLessThan(2)

    await page.mouse.click(at.x, at.y)
    await expect.poll(() => selected(), soon).toBeGreaterThan(1)
    const group = await selected()
    await page.keyboard.press('Escape')
    const photo = left.get(48)!
    await page.mouse.click(photo.x, photo.y)
    await expect.poll(() => selected(), soon).toBeGreaterThan(1)
    expect(group).toBeLessThanOrEqual(48)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Swap the two maps' }).click()
    await page.getByRole('group', { name: 'First map' }).getByRole('button', { name: /texture/i }).waitFor()
    await ready(page)
    await expect.poll(() => shifted(right, 'first', -middle), soon).toBeLessThan(2)
    expect(await shifted(left, 'second', middle)).toBeLessThan(2)

    await page.getByRole('group', { name: 'Second map' }).getByRole('button', { name: /classifier/i }).click()
    await page.getByRole('menuitem', { name: /^PCA/ }).click()
    await ready(page)
    await expect.poll(() => shifted(left, 'second', middle), { timeout: 30_000 }).toBeGreaterThan(10)
    expect(await shifted(right, 'first', -middle)).toBeLessThan(2)
    await page.getByRole('group', { name: 'Second map' }).getByRole('button', { name: 'Close the second map' }).click()
    await expect.poll(() => second.count(), soon).toBe(0)
  })

  it('does all of it by keyboard', async () => {
    await first.focus()
    await page.keyboard.press('m')
    await second.waitFor()
    await ready(page)
    await page.keyboard.press('o')
    await expect.poll(() => second.evaluate(map => map === map.ownerDocument.activeElement), soon).toBe(true)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(selected, soon).toBe(2)
    await page.keyboard.press('l')
    await page.getByTestId('name').and(page.locator(':focus')).waitFor()
    await page.keyboard.type('two')
    await page.keyboard.press('Enter')
    await expect.poll(() => labels(page), soon).toEqual({ two: 2 })

    // What flies to the other map is brought into sight there.
    await second.focus()
    const before = await placesOf(page)
    await page.keyboard.press('y')
    await expect.poll(async () => spread(await placesOf(page)) / spread(before), soon).toBeGreaterThan(1.5)
    await ready(page)
    await first.focus()
    await page.keyboard.press('Home')
    await ready(page)

    const apart = spread(await placesOf(page, 'second'))
    await page.keyboard.press('+')
    await ready(page)
    expect(spread(await placesOf(page, 'second'))).toBeCloseTo(apart)
    await page.keyboard.press('Shift+O')
    await page.keyboard.press('+')
    await ready(page)
    await expect.poll(async () => spread(await placesOf(page, 'second')) / apart, soon).toBeGreaterThan(1.2)
    await page.keyboard.press('Shift+O')
    await page.keyboard.press('Home')
    await page.keyboard.press('m')
    await expect.poll(() => second.count(), soon).toBe(0)
    expect(await first.evaluate(map => map === map.ownerDocument.activeElement)).toBe(true)
  })

  it('lets the second map grow with the library', async () => {
    await page.keyboard.press('m')
    await second.waitFor()
    await ready(page)
    await generatePhotos(join(folder, 'later'), { each: 4, kinds: ['boats', 'city'], seed: 3 })
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command' }).fill('Look for new photos')
    await page.keyboard.press('Enter')
    for (const map of ['first', 'second'] as const)
      await expect.poll(async () => (await placesOf(page, map)).size, { timeout: 60_000 }).toBe(56)
    await first.focus()
    await page.keyboard.press('m')
    await expect.poll(() => second.count(), soon).toBe(0)
  })

  it('can be worked with in a small window, with the search open', async () => {
    await page.setViewportSize({ width: 1024, height: 640 })
    await page.keyboard.press('m')
    await second.waitFor()
    await page.keyboard.press('/')
    await page.getByTestId('find-text').waitFor()
    for (const name of ['Swap the two maps', 'Move both maps together', 'Close the second map']) {
      const box = (await page.getByRole('group', { name: 'Second map' }).getByRole('button', { name }).boundingBox())!
      expect(box.x + box.width).toBeLessThan(1024 - 328)
    }
    await page.getByTestId('find-text').press('Escape')
    await page.getByRole('group', { name: 'Second map' }).getByRole('button', { name: 'Close the second map' }).click()
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  async function selected(): Promise<number> {
    return Number(/\d+/.exec(await page.getByTestId('selection').textContent().catch(() => '') ?? '')?.[0] ?? 0)
  }

  /** How far photos now are, px, from where they were before that was moved by `dx`: the farthest. */
  async function shifted(before: Map<number, Place>, side: 'first' | 'second', dx: number): Promise<number> {
    const now = await placesOf(page, side)
    return Math.max(...[...before].map(([photo, { x, y }]) => distance(now.get(photo) ?? { x: 1e6, y: 0 }, { x: x + dx, y })))
  }
})

function nearest(places: Map<number, Place>, to: Place): number {
  return Math.min(...[...places.values()].map(place => distance(place, to)))
}

/** How wide the photos lie, px. */
function spread(places: Map<number, Place>): number {
  const xs = [...places.values()].map(({ x }) => x)
  return Math.max(...xs) - Math.min(...xs)
}
