import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { labels, numberIn, placesOf, ready } from '#tests/e2e/page-steps'
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
    // Alt takes away here as on the map, whatever else is held.
    await page.getByTestId('grid-section').first().click({ modifiers: ['Shift', 'Alt'] })
    await expect.poll(() => selected(page), soon).toBe(0)

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

  it('selects what a rectangle touches, adds and takes away by it, scrolls with it, and takes it back', async () => {
    await page.keyboard.press('Escape')
    const places = await tilesOf(page)
    const [top, left] = [places[0].y, places[0].x]
    const columns = places.filter(({ y }) => y === top).length
    const under = places.find(({ x, y }) => x === left && y > top)!
    const drag = async (from: { x: number, y: number }, to: { x: number, y: number }): Promise<void> => {
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
      await page.mouse.move(to.x, to.y)
      await page.getByTestId('band').waitFor()
      await page.mouse.up()
    }
    await drag(places[0], { x: places[2].x, y: under.y })
    expect(await page.getByTestId('band').count()).toBe(0)
    await expect.poll(() => selected(page), soon).toBe(6)
    await page.keyboard.down('Shift')
    await drag(places[3], { x: places[3].x + 8, y: places[3].y })
    await page.keyboard.up('Shift')
    await expect.poll(() => selected(page), soon).toBe(7)
    await page.keyboard.down('Alt')
    await drag(places[0], under)
    await page.keyboard.up('Alt')
    await expect.poll(() => selected(page), soon).toBe(5)

    await page.mouse.move(places[0].x, places[0].y)
    await page.mouse.down()
    await page.mouse.move(places[1].x, places[1].y)
    await page.getByTestId('band').waitFor()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect.poll(() => page.getByTestId('band').count(), soon).toBe(0)
    expect(await selected(page)).toBe(5)

    // Held at the lower rim, everything goes by beneath it.
    const grid = (await page.getByTestId('grid').boundingBox())!
    await page.mouse.move(left, top)
    await page.mouse.down()
    await page.mouse.move(places[columns - 1].x, grid.y + grid.height - 4)
    await expect.poll(() => page.getByTestId('grid').evaluate(({ scrollTop, scrollHeight, clientHeight }) => scrollHeight - clientHeight - scrollTop), soon).toBeLessThan(2)
    await page.mouse.up()
    await expect.poll(() => selected(page), soon).toBe(72)
    await page.getByTestId('grid').evaluate(grid => grid.scrollTo({ top: 0 }))
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
    await expect.poll(() => page.getByRole('dialog').count(), soon).toBe(0)
    await expect.poll(() => page.evaluate('document.activeElement.dataset.testid'), soon).toBe('grid')

    // On a section's title Enter chooses that; from there the arrows go on to the photos.
    const title = page.getByTestId('grid-section').first()
    await title.focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await expect.poll(() => selected(page), soon).toBe(await numberIn(title.locator('.count')))
    await page.keyboard.press('ArrowRight')
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
    // What only a map can do says so.
    for (const key of ['s', 'v', 'Alt+ArrowLeft']) {
      await page.keyboard.press(key)
      const notice = page.locator('.notice')
      await expect.poll(() => notice.allTextContents(), soon).toEqual([expect.stringContaining('Show the map first.')])
      await notice.getByRole('button').click()
      await page.getByTestId('grid').focus()
    }
    await page.keyboard.press('t')
    await page.getByTestId('map').waitFor()
    await ready(page)
    expect((await placesOf(page)).size).toBe(48)
    expect(await page.locator('[data-action=pan-tool]').getAttribute('aria-pressed')).toBe('true')
  })
})

/** The middles of the tiles on the page, from the first to the last. */
async function tilesOf(page: Page): Promise<{ x: number, y: number }[]> {
  const boxes = await page.locator('[data-photo]').evaluateAll(tiles => tiles.map(tile => tile.getBoundingClientRect().toJSON() as { x: number, y: number, width: number, height: number }))
  return boxes.map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
}

async function selected(page: Page): Promise<number> {
  return Number(/\d+/.exec(await page.getByTestId('selection').textContent() ?? '')?.[0] ?? 0)
}
