import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ready } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

describe.skipIf(!findBrowser())('commands and their keys, in Chromium', () => {
  let page: Page

  usePage({ each: 10 }, (opened) => {
    page = opened.page
  })

  it('finds a command by a part of its name, with the keyboard alone', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('Control+k')
    await page.getByTestId('commands').waitFor()
    await page.keyboard.type('sel all')
    expect(await chosen()).toBe('Select all photos')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByTestId('selection').textContent()).toContain('60 photos')
    expect(await page.evaluate('document.activeElement.dataset.testid')).toBe('map')
  })

  it('finds a command with the mouse', async () => {
    await page.getByRole('button', { name: 'Find a command…' }).click()
    await page.getByRole('combobox', { name: 'Command' }).fill('nothing')
    await page.getByRole('option', { name: /Select nothing/ }).click()
    await expect.poll(() => page.getByTestId('selection').textContent()).toContain('Nothing selected')
  })

  it('says why a command can\'t be done now', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('zoom to')
    await expect.poll(() => page.getByRole('option', { name: 'Zoom to the selection' }).textContent()).toContain('Select photos on the map first.')
    await page.keyboard.press('Enter')
    expect(await page.getByTestId('commands').count()).toBe(1)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('commands').count()).toBe(0)
  })

  it('says why a key does nothing, and takes what is typed after it for no command', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('l')
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'Select photos on the map first.' }).count()).toBe(1)
    await page.keyboard.type('Monkeys')
    await page.keyboard.press('Enter')
    await page.waitForTimeout(300)
    expect(await page.getByTestId('map').count()).toBe(1)
    expect(await page.getByTestId('queue').count()).toBe(0)
    expect(await page.getByTestId('label').count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.getByTestId('queue').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('queue').count()).toBe(0)
  })

  it('gives a command another key, refuses a clash, and keeps it', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('?')
    for (const section of await page.getByRole('dialog').locator('section').all()) {
      const lefts = await Promise.all((await section.locator('h3, dt').all()).map(async line => (await line.boundingBox())!.x))
      expect(new Set(lefts).size, await section.locator('h3').textContent() ?? '').toBe(1)
    }
    await page.getByTestId('change-keys').click()
    const key = page.locator('[data-keys-of=select-unlabelled]')
    await key.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Q')
    expect(await page.getByRole('alert').textContent()).toContain('Check the labels')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    expect(await key.textContent()).toContain('none')
    await page.keyboard.press('Enter')
    await page.keyboard.press('U')
    await expect.poll(() => key.textContent()).toContain('U')
    await page.keyboard.press('Escape')

    await page.reload()
    await ready(page)
    await page.getByTestId('map').focus()
    await page.keyboard.press('u')
    await expect.poll(() => page.getByTestId('selection').textContent()).toContain('60 photos')
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').textContent()).toContain('Select photos without a labelU')
    await page.getByTestId('change-keys').click()
    await page.getByRole('button', { name: 'All as usual' }).click()
    expect(await key.textContent()).toContain('none')
    await page.keyboard.press('Escape')
  })

  it('leafs through the large view by the keys of the table', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.getByTestId('voice').textContent()).toMatch(/\.jpg, no label, looks like /)
    await page.keyboard.press('Enter')
    await page.getByTestId('photo').waitFor()
    const place = () => page.getByTestId('photo').getByText(/^\d+ of 60$/).textContent()
    await expect.poll(place).toMatch(/of 60/)
    const before = await place()
    await page.keyboard.press('ArrowRight')
    await expect.poll(place).not.toBe(before)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(place).toBe(before)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('photo').count()).toBe(0)
  })

  it('shows beside a label the key that gives it now', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('l')
    await page.keyboard.type('All')
    await page.keyboard.press('Enter')
    const key = page.getByTestId('label').locator('.key')
    await expect.poll(() => key.textContent()).toBe('1')
    await page.getByTestId('map').focus()
    await page.keyboard.press('?')
    await page.getByTestId('change-keys').click()
    await page.locator('[data-keys-of=give-label-1]').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('B')
    await page.keyboard.press('Escape')
    await expect.poll(() => key.textContent()).toBe('B')
  })

  function chosen(): Promise<string | null> {
    return page.getByTestId('commands').locator('[aria-selected=true] .title').textContent()
  }
})
