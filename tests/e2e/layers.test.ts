import type { Page } from 'playwright-core'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { distance, placesOf, ready } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'
import { runSilhouette } from '#tests/fixtures/run-silhouette'

describe.skipIf(!findBrowser())('the layers of the network, in Chromium', () => {
  let page: Page

  usePage({ each: 8 }, async (opened) => {
    page = opened.page
    await runSilhouette(['index', join(opened.folder, 'photos'), '--library', opened.library, '--taps', 'stage-2,pooled'], { home: opened.home })
  })

  it('goes to a lower layer with the slider, and back up by a key', async () => {
    const slider = page.getByRole('slider', { name: 'Layer of the network' })
    await slider.waitFor()
    const before = await placesOf(page)
    await slider.focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toContain('fine texture')
    // The slider is there at once, the map when it is laid out.
    await page.getByRole('button', { name: /fine texture/i }).waitFor({ timeout: 30_000 })
    await expect.poll(() => moved(before), { timeout: 30_000 }).toBeGreaterThan(24)
    await ready(page)
    const low = await placesOf(page)
    await page.getByTestId('map').focus()
    await page.keyboard.press(']')
    await expect.poll(() => slider.getAttribute('aria-valuetext'), { timeout: 30_000 }).toContain('classifier')
    await expect.poll(() => moved(low), { timeout: 30_000 }).toBeGreaterThan(24)
  })

  async function moved(before: Map<number, { x: number, y: number }>): Promise<number> {
    const now = await placesOf(page)
    return [...before].filter(([photo, at]) => distance(at, now.get(photo) ?? at) > 3).length
  }
})
