import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { labels, ready } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

describe.skipIf(!findBrowser())('labels in the panel, in Chromium', () => {
  let page: Page

  usePage({ each: 6 }, (opened) => {
    page = opened.page
  })

  it('gives three photos three labels with the keyboard', async () => {
    await page.getByTestId('map').focus()
    for (const name of ['Dogs', 'Puppies', 'Animals']) {
      await page.keyboard.press('Escape')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Space')
      await page.keyboard.press('l')
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
      await expect.poll(() => labels(page)).toHaveProperty(name, 1)
      await page.getByTestId('map').focus()
    }
  })

  it('forgets a name half typed with the photos it was meant for', async () => {
    const field = page.getByTestId('name')
    await page.getByTestId('map').focus()
    await page.keyboard.press('l')
    await page.keyboard.type('Hou')
    await page.getByTestId('map').focus()
    expect(await field.inputValue()).toBe('Hou')
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'hidden' })
    await page.keyboard.press('Space')
    await field.waitFor()
    expect(await field.inputValue()).toBe('')
    expect(await page.getByTestId('selection').getByRole('option').count()).toBe(0)
  })

  it('renames, with the keyboard', async () => {
    await menuOf('Dogs').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Rename' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'New name for Dogs' }).waitFor()
    await page.keyboard.type('Hounds')
    await page.keyboard.press('Enter')
    await expect.poll(() => labels(page)).toEqual({ Hounds: 1, Puppies: 1, Animals: 1 })
  })

  it('puts a label under another, with the mouse, and counts both', async () => {
    await menuOf('Hounds').click()
    await choose('Put under', /^Animals/)
    await expect.poll(() => labels(page)).toEqual({ Hounds: 1, Puppies: 1, Animals: 2 })
    await page.getByRole('button', { name: 'Select Animals, 2 photos' }).click()
    await expect.poll(() => page.getByTestId('selection').textContent()).toContain('2 photos')
  })

  it('merges a label into another, and takes it back from the message', async () => {
    await menuOf('Puppies').click()
    await choose('Merge into', /^Hounds/)
    await expect.poll(() => labels(page)).toEqual({ Hounds: 2, Animals: 3 })
    await page.getByRole('status').filter({ hasText: '“Puppies” is now part of “Hounds”' }).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => labels(page)).toEqual({ Hounds: 1, Puppies: 1, Animals: 2 })
  })

  it('takes the name of another label for a merge', async () => {
    await page.getByRole('button', { name: 'Select Puppies, 1 photo' }).focus()
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: 'New name for Puppies' }).fill('hounds')
    await page.keyboard.press('Enter')
    await expect.poll(() => labels(page)).toEqual({ Hounds: 2, Animals: 3 })
  })

  it('colours', async () => {
    const swatch = page.getByTestId('label').filter({ hasText: 'Animals' }).locator('.swatch')
    const before = await swatch.getAttribute('style')
    await menuOf('Animals').click()
    await page.getByRole('menuitem', { name: 'Colour 9' }).click()
    await expect.poll(() => swatch.getAttribute('style')).not.toBe(before)
  })

  it('removes a label, and what lay under it goes up; undone also after a reload', async () => {
    await menuOf('Animals').click()
    await page.getByRole('menuitem', { name: /^Remove/ }).click()
    await expect.poll(() => labels(page)).toEqual({ Hounds: 2 })
    await page.reload()
    await ready(page)
    await page.getByTestId('map').focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => labels(page)).toEqual({ Hounds: 2, Animals: 3 })
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => labels(page)).toEqual({ Hounds: 2 })
  })

  it('keeps the colour of a long name in sight', async () => {
    await page.getByRole('button', { name: 'Select Hounds, 2 photos' }).click()
    await page.keyboard.press('l')
    await page.keyboard.type('Dogs that were bred for the hunt, with some that only look so '.repeat(2))
    await page.keyboard.press('Enter')
    const part = page.getByTestId('selection').locator('.parts span').filter({ hasText: 'bred for the hunt' })
    await part.waitFor()
    expect((await part.locator('i').boundingBox())!.width).toBe(8)
  })

  /** Chooses in a menu's menu as a hand does: the pointer goes over, it does not leap. */
  async function choose(menu: string, item: RegExp): Promise<void> {
    await page.getByRole('menuitem', { name: menu }).hover()
    const inner = page.getByRole('menu').last().getByRole('menuitem', { name: item })
    await inner.waitFor()
    const from = (await page.getByRole('menuitem', { name: menu }).boundingBox())!
    const to = (await inner.boundingBox())!
    await page.mouse.move(from.x + 4, from.y + from.height / 2, { steps: 12 })
    await page.mouse.move(to.x + to.width - 8, to.y + to.height / 2, { steps: 12 })
    await page.mouse.down()
    await page.mouse.up()
  }

  function menuOf(name: string) {
    return page.getByRole('button', { name: `More for ${name}` })
  }
})
