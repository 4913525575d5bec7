import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { labels, selectFound } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'

describe.skipIf(!findBrowser())('where the keyboard is, in Chromium', () => {
  let page: Page

  usePage({ each: 6 }, (opened) => {
    page = opened.page
  })

  it('comes back to the map from naming, and from giving it up', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('Control+a')
    await name('All')
    await expect.poll(() => labels(page)).toEqual({ All: 36 })
    await expect.poll(at).toBe('map')
    await page.keyboard.press('l')
    await page.keyboard.press('Escape')
    await expect.poll(at).toBe('map')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('selection').textContent()).toContain('Nothing selected')
  })

  it('leaves to a writing system the keys with which it is told what is meant', async () => {
    await page.keyboard.press('Control+a')
    await page.keyboard.press('l')
    await page.keyboard.type('Half')
    await page.evaluate(`['Enter', 'Escape'].forEach(key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true })))`)
    await page.keyboard.type(' and whole')
    expect(await page.getByTestId('name').inputValue()).toBe('Half and whole')
    expect(await page.getByRole('option', { name: /Half and whole/ }).count()).toBe(1)
    expect(await labels(page)).toEqual({ All: 36 })
    await page.getByTestId('name').fill('')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect.poll(at).toBe('map')
    await page.keyboard.press('Escape')
  })

  it('comes back to the map from a selection that is given up by its button', async () => {
    await page.keyboard.press('Control+a')
    await page.getByTestId('selection').locator('[data-action=clear-selection]').click()
    await expect.poll(at).toBe('map')
  })

  it('stays in the large view after naming there, and comes back to the map from it', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByTestId('photo').waitFor()
    await name('One')
    await expect.poll(at).toBe('photo')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('photo').count()).toBe(0)
    await expect.poll(at).toBe('map')
  })

  it('shows every key over the large view, and comes back to that', async () => {
    await page.keyboard.press('Enter')
    await page.getByTestId('photo').waitFor()
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('heading', { name: 'Keys' }).count()).toBe(0)
    await expect.poll(at).toBe('photo')
    await page.keyboard.press('Escape')
    await expect.poll(at).toBe('map')
  })

  it('stays at the label that was renamed, or whose menu was opened', async () => {
    await page.getByRole('button', { name: 'Select All, 35 photos' }).focus()
    await page.keyboard.press('F2')
    await page.keyboard.type('Rest')
    await page.keyboard.press('Enter')
    await expect.poll(() => labels(page)).toEqual({ Rest: 35, One: 1 })
    await expect.poll(at).toBe('Select Rest, 35 photos')
    await page.keyboard.press('F2')
    await page.keyboard.press('Escape')
    await expect.poll(at).toBe('Select Rest, 35 photos')
    await page.getByRole('button', { name: 'More for Rest' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Rename' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(at).toBe('More for Rest')
  })

  it('goes to the map when the label it was at is removed', async () => {
    await page.getByRole('button', { name: 'More for One' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: /^Remove/ }).click()
    await expect.poll(() => labels(page)).toEqual({ Rest: 35 })
    await expect.poll(at).toBe('map')
  })

  it('comes back to the map from the search, the list of commands, and what was opened by that', async () => {
    await selectFound(page, 'Rest', 35)
    await expect.poll(at).toBe('map')
    await page.keyboard.press('Control+k')
    await page.getByTestId('commands').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(at).toBe('map')
    await page.evaluate('document.activeElement.blur()')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('check the lab')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('tab').first().waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await expect.poll(at).toBe('map')
  })

  it('stays in what to label next from row to row, and comes back to the map from it', async () => {
    await page.keyboard.press('Control+a')
    await page.keyboard.press('0')
    await expect.poll(() => labels(page)).toEqual({ Rest: 0 })
    await page.keyboard.press('n')
    await page.locator('[data-testid=queue-row][aria-current=true]').waitFor()
    await page.keyboard.press('ArrowRight')
    await name('First')
    await expect.poll(() => labels(page)).toHaveProperty('First')
    await expect.poll(at).toBe('queue')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('queue').count()).toBe(0)
    await expect.poll(at).toBe('map')
  })

  async function name(label: string): Promise<void> {
    await page.keyboard.press('l')
    await page.keyboard.type(label)
    await page.keyboard.press('Enter')
  }

  /** What has the keyboard, or the view that is in. */
  function at(): Promise<string> {
    return page.evaluate(`(() => {
      const at = document.activeElement
      return at.matches('input') ? 'field' : at.closest('[data-testid=queue], [data-testid=photo]')?.dataset.testid ?? at.dataset.testid ?? at.ariaLabel ?? at.tagName
    })()`)
  }
})
