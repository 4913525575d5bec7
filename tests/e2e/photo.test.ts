import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { holdCall } from '#tests/e2e/hold-call'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

describe.skipIf(!findBrowser())('the large view of a photo, in Chromium', () => {
  let page: Page

  usePage({ each: 6 }, async (opened) => {
    page = opened.page
    // Here the photo's frame is smaller than the smallest picture that is fetched.
    await page.setViewportSize({ width: 1024, height: 640 })
  })

  it('shows the thumbnail where the picture will be, however near, until that has come', async () => {
    const go = await holdCall(page, 'photos/image')
    await openNext()
    await page.locator('.stage .early img').waitFor()
    await page.keyboard.press('+')
    await page.keyboard.press('Shift+ArrowLeft')
    const before = await corner()
    await go()
    await page.locator('.frame > img').waitFor()
    expect(await corner()).toEqual(before)
    await page.keyboard.press('Escape')
  })

  it('goes nearer and moves about, with the keyboard', async () => {
    await openNext()
    await page.locator('.frame > img').waitFor()
    expect(await page.getByTestId('photo').getByTestId('name').getAttribute('placeholder')).toBe('Name this photo')
    await page.keyboard.press('+')
    await page.keyboard.press('+')
    await expect.poll(zoom).toBe(await shareAt(2.25))
    const before = await corner()
    await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(async () => (await corner()).x).toBeGreaterThan(before.x)
    await page.keyboard.press('-')
    await page.keyboard.press('-')
    await expect.poll(zoom).toBe(await shareAt(1))
  })

  it('goes nearer with the wheel and the whole way by a double click', async () => {
    const box = (await page.locator('.stage').boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.wheel(0, -300)
    await expect.poll(zoom).toBe(await shareAt(2))
    const before = await corner()
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => Math.round((await corner()).x - before.x)).toBe(40)
    await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2)
    await expect.poll(zoom).toBe(await shareAt(1))
  })

  it('shows a photo larger than its place pixel for pixel, and all of it again, by a key', async () => {
    await page.setViewportSize({ width: 640, height: 240 })
    await expect.poll(zoom).toBe(await shareAt(1))
    expect(Number.parseInt(await zoom())).toBeLessThan(90)
    await page.keyboard.press('z')
    await expect.poll(zoom).toBe('100 %')
    await page.keyboard.press('z')
    await expect.poll(zoom).toBe(await shareAt(1))
    await page.setViewportSize({ width: 1024, height: 640 })
  })

  it('compares a photo with the next, side by side, both as near', async () => {
    await page.keyboard.press('c')
    await expect.poll(() => page.locator('.stage figure').count()).toBe(2)
    await expect.poll(() => page.locator('figcaption').allTextContents()).toEqual([expect.stringContaining('.jpg'), expect.stringContaining('.jpg')])
    await page.locator('.frame > img').nth(1).waitFor()
    await page.getByRole('button', { name: 'Go nearer to the photo' }).click()
    const scales = (): Promise<string[]> => page.evaluate(`[...document.querySelectorAll('.frame > img')].map(one => getComputedStyle(one).transform)`)
    await expect.poll(scales).toEqual(Array.from({ length: 2 }).fill('matrix(1.5, 0, 0, 1.5, 0, 0)'))
    await page.keyboard.press('c')
    await expect.poll(() => page.locator('.stage figure').count()).toBe(1)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('photo').count()).toBe(0)
  })

  it('compares the two that are selected', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Space')
    // Wherever on the map that was, this leads to another photo.
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'Space'])
      await page.keyboard.press(key)
    await page.keyboard.press('c')
    await expect.poll(() => page.locator('.stage figure').count()).toBe(2)
    // There is no third to leaf to, and none beside itself.
    const captions = page.locator('figcaption')
    await expect.poll(() => captions.allTextContents()).toEqual([expect.stringContaining('.jpg'), expect.stringContaining('.jpg')])
    const before = await captions.allTextContents()
    for (const key of ['ArrowRight', 'ArrowLeft']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(300)
      expect(await captions.allTextContents()).toEqual(before)
    }
    await page.keyboard.press('Escape')
  })

  it('leafs past the photo it is compared with', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('Escape')
    await openNext()
    const place = async () => Number.parseInt((await page.getByTestId('photo').getByText(/^\d+ of 36$/).textContent())!)
    if (await place() > 34) {
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('ArrowLeft')
    }
    await expect.poll(place).toBeLessThanOrEqual(34)
    const before = await place()
    await page.keyboard.press('c')
    await expect.poll(() => page.locator('.stage figure').count()).toBe(2)
    await page.keyboard.press('ArrowRight')
    await expect.poll(place).toBe(before + 2)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(place).toBe(before)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('photo').count()).toBe(0)
  })

  it('asks for what is known of a photo once as one leafs to it', async () => {
    await openNext()
    await page.locator('.frame > img').waitFor()
    // What is said of the photo that the keyboard has come to on the map is asked for by itself.
    await page.waitForTimeout(500)
    const asked: string[] = []
    page.on('request', request => request.url().endsWith('/photos/details') && asked.push(request.url()))
    const place = () => page.getByTestId('photo').getByText(/^\d+ of 36$/).textContent()
    const before = await place()
    await page.keyboard.press(before === '36 of 36' ? 'ArrowLeft' : 'ArrowRight')
    await expect.poll(place).not.toBe(before)
    await page.waitForTimeout(500)
    expect(asked).toHaveLength(1)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('photo').count()).toBe(0)
  })

  async function openNext(): Promise<void> {
    await page.getByTestId('map').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
  }

  async function zoom(): Promise<string> {
    return (await page.getByTestId('zoom').textContent())!.trim()
  }

  /** What is written of a photo so many times as large as its frame: screen pixels to its own. */
  async function shareAt(scale: number): Promise<string> {
    const fitted = await page.evaluate<number>(`(() => {
      const frame = document.querySelector('.frame')
      const [width, height] = ['width', 'height'].map(name => frame.querySelector('img').getAttribute(name))
      return Math.min(frame.clientWidth / width, frame.clientHeight / height)
    })()`)
    return `${Math.round(100 * scale * fitted)} %`
  }

  function corner(): Promise<{ x: number, y: number }> {
    return page.evaluate(`document.querySelector('.stage img').getBoundingClientRect().toJSON()`)
  }
})
