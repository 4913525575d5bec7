import type { Page } from 'playwright-core'
import type { OpenedPage } from '#tests/e2e/opened-page'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { indexed, labels, numberIn, selectFound } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

describe.skipIf(!findBrowser())('photos that are alike, in Chromium', () => {
  let page: Page
  let opened: OpenedPage

  usePage({ each: 6 }, (given) => {
    opened = given
    page = given.page
  })

  it('takes in copies that came to the folder', async () => {
    const photos = join(opened.folder, 'photos')
    await copyFile(join(photos, 'boats/boats-001.jpg'), join(photos, 'boats/again.jpg'))
    await sharp(join(photos, 'city/city-002.jpg')).resize(240).toFile(join(photos, 'city/small.jpg'))
    await perform('Look for new photos')
    await expect.poll(() => page.getByTestId('counts').textContent(), { timeout: 30_000 }).toContain('38')
    await indexed(page)
  })

  it('finds what is like all that is selected', async () => {
    await selectFound(page, 'flowers-00', 6)
    await page.getByTestId('map').focus()
    await page.keyboard.press('f')
    await expect.poll(() => page.getByTestId('selection').textContent()).toContain('6 photos and those most like them')
    expect(await numberIn(page.getByTestId('selection'))).toBe(38)
  })

  it('proposes which of several copies to keep and why, and takes another choice', async () => {
    await perform('Find duplicates')
    const [same, near] = [page.getByTestId('duplicates').filter({ hasText: 'again.jpg' }), page.getByTestId('duplicates').filter({ hasText: 'small.jpg' })]
    await same.waitFor()
    expect(await kept(same)).toBe('Keep: the oldest file')
    // Drawn cities are so much alike that others may be in the group; the small copy is the last to be kept.
    const small = near.getByRole('listitem').filter({ hasText: 'small.jpg' })
    expect(await small.getByRole('button', { pressed: true }).count()).toBe(0)
    const proposed = await kept(near)
    await small.getByRole('button', { name: 'Keep this one' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => kept(near)).toBe('Keep: your choice')
    expect(await small.getByRole('button', { pressed: true }).count()).toBe(1)
    await near.getByRole('button', { name: 'Keep this one' }).first().click()
    await expect.poll(() => small.getByRole('button', { pressed: true }).count()).toBe(0)
    expect(proposed).toMatch(/^Keep: /)
  })

  it('selects the others, ready to be named', async () => {
    const others = await numberIn(page.getByTestId('select-others'))
    await page.getByTestId('select-others').click()
    await expect.poll(() => numberIn(page.getByTestId('selection'))).toBe(others)
    await expect.poll(() => page.evaluate('document.activeElement.dataset.testid')).toBe('name')
    await page.keyboard.type('copies')
    await page.keyboard.press('Enter')
    await expect.poll(() => labels(page)).toEqual({ copies: others })
    await selectFound(page, 'small.jpg', 1)
    expect(await page.getByTestId('selection').textContent()).toContain('1 copies')
  })

  async function kept(group: ReturnType<Page['getByTestId']>): Promise<string> {
    return (await group.getByRole('button', { pressed: true }).textContent())!.trim()
  }

  async function perform(name: string): Promise<void> {
    await page.getByTestId('map').focus()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command' }).fill(name)
    await page.keyboard.press('Enter')
  }
})
