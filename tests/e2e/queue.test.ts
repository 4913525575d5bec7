import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { labels, numberIn } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

describe.skipIf(!findBrowser())('what to label next, in Chromium', () => {
  let page: Page

  usePage({ each: 10 }, (opened) => {
    page = opened.page
  })

  it('shows rows of photos that look alike, and why', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('n')
    await expect.poll(() => row().count()).toBe(1)
    expect(await row().textContent()).toContain('look alike')
    expect(await tiles().count()).toBeGreaterThan(5)
  })

  it('names a row with the keyboard, without the photos struck out', async () => {
    const all = await tiles().count()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Space')
    await expect.poll(() => page.locator('.photo-tile.struck').count()).toBe(1)
    await expect.poll(() => numberIn(page.getByTestId('selection'))).toBe(all - 1)
    await page.keyboard.press('Enter')
    await page.keyboard.type('first')
    await page.keyboard.press('Enter')
    await expect.poll(() => labels(page)).toEqual({ first: all - 1 })
    // The one struck out may begin a row of its own now, where it is as good as any.
    await expect.poll(() => page.locator('.photo-tile.struck').count()).toBe(0)
    await page.waitForTimeout(300)
    expect(await page.locator('.photo-tile.struck').count()).toBe(0)
    await expect.poll(() => page.getByTestId('queue-effort').textContent()).toContain(`${all - 1} photos labelled in 1 action`)
  })

  it('strikes out with the mouse, with Shift all that come after', async () => {
    await expect.poll(() => tiles().count()).toBeGreaterThan(3)
    const all = await tiles().count()
    await tiles().nth(3).click({ modifiers: ['Shift'] })
    await expect.poll(() => page.locator('.photo-tile.struck').count()).toBe(all - 3)
    await tiles().nth(4).click()
    await expect.poll(() => page.locator('.photo-tile.struck').count()).toBe(all - 4)
    await page.getByTestId('accept-row').click()
    await page.getByTestId('name').fill('second')
    await page.getByTestId('name').press('Enter')
    await expect.poll(() => labels(page)).toHaveProperty('second', 4)
  })

  it('gives a row the label it is thought to have, by one key', async () => {
    const guessed = page.locator('[data-testid=queue-row][aria-current=true][data-guess]')
    await page.getByTestId('queue').focus()
    for (let i = 0; i < 40 && await guessed.count() === 0; i++) {
      await page.waitForTimeout(100)
      await page.keyboard.press('ArrowDown')
    }
    // A row that has only just come is not labelled by an Enter that was meant for the one before.
    await page.waitForTimeout(1000)
    const name = await guessed.getAttribute('data-guess')
    const all = await tiles().count()
    const before = (await labels(page))[name!]
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await labels(page))[name!]).toBe(before + all)
  })

  it('leaves Enter and Space to the buttons of its own: nothing is labelled by what closes it or shows more', async () => {
    const before = await labels(page)
    await page.getByTestId('queue').locator('[data-action=label-next]').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByTestId('queue').count()).toBe(0)
    await page.getByTestId('map').focus()
    await page.keyboard.press('n')
    await row().waitFor()
    await page.getByTestId('queue').locator('[data-action=label-next]').focus()
    await page.keyboard.press('Space')
    await expect.poll(() => page.getByTestId('queue').count()).toBe(0)
    expect(await labels(page)).toEqual(before)
    await page.getByTestId('map').focus()
    await page.keyboard.press('n')
    await row().waitFor()
  })

  it('goes back to the map by Escape, and forth by its button, to its first row', async () => {
    await page.getByTestId('queue').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('queue').count()).toBe(0)
    await page.getByTestId('label-next').click()
    await expect.poll(() => page.getByTestId('queue').count()).toBe(1)
    await page.waitForTimeout(1000)
    const first = page.getByTestId('queue-row').first()
    expect(await first.getAttribute('aria-current')).toBe('true')
    await first.getByTestId('accept-row').click({ trial: true })
  })

  it('shows as many photos of the other rows as fit, and says how many more there are', async () => {
    await page.setViewportSize({ width: 700, height: 800 })
    const others = page.locator('[data-testid=queue-row]').filter({ has: page.getByTestId('others-of-row') }).first()
    await expect.poll(() => others.count()).toBe(1)
    const all = await numberIn(others.locator('.count'))
    const shown = await others.locator('[data-photo]').count()
    expect(await others.getByTestId('others-of-row').textContent()).toContain(`+${all - shown}`)
    const tops = await others.locator('.photo-tile').evaluateAll(tiles => new Set(tiles.map(tile => tile.getBoundingClientRect().top)).size)
    expect(tops).toBe(1)
    await others.getByTestId('others-of-row').click()
    await expect.poll(() => tiles().count()).toBe(all)
  })

  function row() {
    return page.locator('[data-testid=queue-row][aria-current=true]')
  }

  function tiles() {
    return row().locator('[data-photo]')
  }
})
