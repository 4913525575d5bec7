import type { Page } from 'playwright-core'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

describe.skipIf(!findBrowser())('taking things elsewhere, in Chromium', () => {
  let page: Page
  let folder: string

  usePage({ each: 4 }, (opened) => {
    page = opened.page
    folder = opened.folder
  }, { quiet: false })

  it('says where to in the smallest window, and what went wrong', async () => {
    await page.setViewportSize({ width: 1024, height: 640 })
    await page.getByTestId('map').focus()
    await page.keyboard.press('Control+e')
    const to = page.getByTestId('export-path')
    await to.waitFor()
    expect(await isInSight('[data-testid=export-path]')).toBe(true)
    await to.fill('')
    expect(await page.getByTestId('export-write').isDisabled()).toBe(true)
    // A folder is no file to write to.
    await to.fill(folder)
    await page.getByTestId('export-write').click()
    await page.getByRole('alert').and(page.getByRole('dialog').locator('*')).waitFor()
    expect(await isInSight('[role=dialog] [role=alert]')).toBe(true)
  })

  it('writes a table with a line for each photo, by keyboard', async () => {
    const to = page.getByTestId('export-path')
    const file = join(folder, 'table.csv')
    await to.fill(file)
    await to.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('status').waitFor()
    expect(await isInSight('[role=dialog] [role=status]')).toBe(true)
    const lines = (await readFile(file, 'utf8')).trim().split('\n')
    expect(lines.length).toBe(1 + 24)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })

  /** Whether what is in the middle of an element is the element, and not what lies over it. */
  function isInSight(selector: string): Promise<boolean> {
    return page.evaluate(`(() => {
      const element = document.querySelector('${selector}')
      const { left, top, width, height } = element.getBoundingClientRect()
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
    })()`)
  }
})
