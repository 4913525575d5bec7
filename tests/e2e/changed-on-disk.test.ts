import type { Page } from 'playwright-core'
import type { OpenedPage } from '#tests/e2e/opened-page'
import { copyFile, readFile, rename, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { distance, indexed, labels, placesOf, ready, selectFound } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'
import { runSilhouette } from '#tests/fixtures/run-silhouette'

/** What the page says of photos whose files change, break or go while it is open. */
describe.skipIf(!findBrowser())('files that change on disk, in Chromium', () => {
  let opened: OpenedPage
  let page: Page
  let photos: Map<string, number>
  let gone: string

  usePage({ each: 6 }, (given) => {
    opened = given
    page = given.page
    const db = new Sqlite(opened.library, { readonly: true })
    photos = new Map((db.prepare('SELECT path, id FROM photo').raw().all() as [string, number][]))
    db.close()
  }, { quiet: false })

  it('shows why a thumbnail can\'t be made: in the list, in the card of the map, in the large view', async () => {
    // Laid out so that none covers another: the pointer is to find the one that is meant.
    await page.getByTestId('map').focus()
    await page.keyboard.press('d')
    await ready(page)
    const path = await loneliest('boats')
    await breakPhoto(path)
    await selectFound(page, path, 1)
    await expect.poll(() => page.getByTestId('selection').getByTestId('no-thumbnail').getAttribute('aria-label')).toContain(path)
    await hoverOver(path)
    await expect.poll(() => page.getByTestId('hover').textContent()).toContain(path)
    await page.getByTestId('selection').getByRole('button', { name: /^Open photo/ }).click()
    await expect.poll(() => page.getByTestId('photo-problem').textContent()).toContain(path)
    await page.keyboard.press('Escape')
  })

  it('marks a photo whose file is gone, and shows what is left of it', async () => {
    gone = await loneliest('city')
    const file = join(opened.folder, 'photos', gone)
    await selectFound(page, gone, 1)
    await page.getByTestId('name').fill('City')
    await page.getByTestId('name').press('Enter')
    await expect.poll(() => labels(page)).toEqual({ City: 1 })
    await rename(file, `${file}.away`)
    const before = await pixelsAt(gone)
    const at = await placeOf(gone)
    await page.getByTestId('map').focus()
    await page.keyboard.press('Escape')
    await page.mouse.dblclick(at.x, at.y)
    await expect.poll(() => page.getByTestId('photo-problem').textContent()).toContain('no longer there')
    // Its thumbnail is there still, and its label.
    await expect.poll(() => page.getByTestId('photo').locator('.early img.gone').count()).toBe(1)
    expect(await page.getByTestId('photo').textContent()).toContain('City')
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await pixelsAt(gone)).equals(before)).toBe(false)
    await hoverOver(gone)
    await expect.poll(() => page.getByTestId('hover').textContent()).toContain('no longer there')
  })

  it('lists it with its label once the folder was looked through, and has it back when the file is', async () => {
    const file = join(opened.folder, 'photos', gone)
    await perform('Look for new photos')
    await expect.poll(async () => (await placesOf(page)).has(photos.get(gone)!), { timeout: 30_000 }).toBe(false)
    await indexed(page)
    await ready(page)
    await expect.poll(() => labels(page)).toEqual({ City: 0 })
    await perform('Show unreadable and missing')
    await expect.poll(() => page.getByTestId('missing').textContent()).toMatch(/city-\d+\.jpg\s*City/)
    await page.keyboard.press('Escape')
    await rename(`${file}.away`, file)
    await perform('Look for new photos')
    await expect.poll(() => labels(page), { timeout: 30_000 }).toEqual({ City: 1 })
    await expect.poll(async () => (await placesOf(page)).has(photos.get(gone)!), { timeout: 30_000 }).toBe(true)
  })

  it('counts a sub-folder that cannot be looked at beside the photos, and not as one of them', async () => {
    // No system follows a name so long, whoever asks.
    const closed = join(opened.folder, 'photos', 'closed')
    await symlink('x'.repeat(300), closed)
    await perform('Look for new photos')
    // One was broken before.
    const bar = () => page.locator('header.bar').textContent()
    await expect.poll(bar, { timeout: 30_000 }).toMatch(/35 photos .*2 unreadable/)
    await unlink(closed)
    await perform('Look for new photos')
    await expect.poll(bar, { timeout: 30_000 }).toMatch(/35 photos .*1 unreadable/)
  })

  it('shows a photo anew that is open while its file becomes another, with those like it', async () => {
    const [path, other] = ['flowers', 'stripes'].map(kind => [...photos.keys()].find(one => one.startsWith(kind))!)
    await selectFound(page, path, 1)
    await page.getByTestId('selection').getByRole('button', { name: /^Open photo/ }).click()
    const picture = (): Promise<string> => page.evaluate(`document.querySelector('.frame > img')?.src`)
    await expect.poll(picture).toBeTruthy()
    const alike = page.getByTestId('photo').locator('section').filter({ hasText: 'Most like it' }).locator('img')
    await expect.poll(() => alike.count()).toBe(10)
    const [before, first] = [await picture(), await alike.first().getAttribute('src')]
    await copyFile(join(opened.folder, 'photos', other), join(opened.folder, 'photos', path))
    await runSilhouette(['index', join(opened.folder, 'photos'), '--library', opened.library, '--quiet'], { home: opened.home })
    await expect.poll(picture).not.toBe(before)
    await expect.poll(() => alike.first().getAttribute('src')).not.toBe(first)
    await page.keyboard.press('Escape')
  })

  /** Does a command by its name, as the list of commands finds it. */
  async function perform(name: string): Promise<void> {
    await page.getByTestId('map').focus()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command' }).fill(name)
    await page.keyboard.press('Enter')
  }

  async function placeOf(path: string): Promise<{ x: number, y: number }> {
    await ready(page)
    return (await placesOf(page)).get(photos.get(path)!)!
  }

  /** The photo of a kind that lies farthest from all others: nothing lies over it. */
  async function loneliest(kind: string): Promise<string> {
    await ready(page)
    const places = await placesOf(page)
    const space = (path: string): number => Math.min(...[...photos].filter(([other]) => other !== path).map(([, id]) => distance(places.get(id)!, places.get(photos.get(path)!)!)))
    return [...photos.keys()].filter(path => path.startsWith(kind)).sort((a, b) => space(b) - space(a))[0]
  }

  /** Waits over a photo until the card that shows it larger is due. */
  async function hoverOver(path: string): Promise<void> {
    // What has just been closed beside the map may still move it.
    await expect.poll(async () => {
      const { x, y } = await placeOf(path)
      await page.mouse.move(x - 3, y)
      await page.mouse.move(x, y)
      await page.waitForTimeout(600)
      return await page.getByTestId('hover').count()
    }, { timeout: 10_000 }).toBe(1)
  }

  async function pixelsAt(path: string): Promise<Buffer> {
    const { x, y } = await placeOf(path)
    await page.mouse.move(2, 2)
    await page.waitForTimeout(200)
    return await page.screenshot({ clip: { x: Math.round(x) - 8, y: Math.round(y) - 8, width: 16, height: 16 } })
  }

  /** Spoils a photo's file, and forgets its thumbnail, which is only a cache. */
  async function breakPhoto(path: string): Promise<void> {
    const file = join(opened.folder, 'photos', path)
    await writeFile(file, (await readFile(file)).subarray(0, 40))
    const cache = new Sqlite(join(`${opened.library}.cache`, 'thumbnails.sqlite'))
    cache.prepare('DELETE FROM thumbnail WHERE photo_id = ?').run(photos.get(path))
    cache.close()
  }
})
