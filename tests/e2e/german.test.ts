import type { Page } from 'playwright-core'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { ready } from '#tests/e2e/page-steps'
import { findBrowser } from '#tests/e2e/tools'
import { usePage } from '#tests/e2e/use-page'
import { languages } from '../../src-renderer/words/languages'

/** Texts, and what of them is cut off. Where there are three dots instead, or one can scroll, that is meant. */
const inSight = `(() => {
  const texts = [], cut = []
  for (const element of document.querySelectorAll('body *')) {
    for (const name of ['aria-label', 'placeholder', 'title', 'aria-valuetext'])
      texts.push(element.getAttribute(name))
    const own = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.textContent.trim()).filter(Boolean)
    texts.push(...own)
    const box = element.getBoundingClientRect()
    const { overflowX, textOverflow } = getComputedStyle(element)
    if (own.length === 0 || box.width <= 1 || element.closest('.unseen, [hidden]'))
      continue
    const dots = (one) => one && (getComputedStyle(one).textOverflow === 'ellipsis' || ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) || dots(one.parentElement))
    if (!dots(element) && (box.right > innerWidth + 1 || (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)))
      cut.push('cut off: ' + own.join(' '))
  }
  if (document.documentElement.scrollWidth > innerWidth)
    cut.push('the page is wider than the window')
  return { texts: texts.filter(Boolean), cut }
})()`

/** Texts that only the English page has, whatever is filled in. */
const inGerman = new Set(textsOf('de'))
const onlyEnglish = textsOf('en').filter(text => !inGerman.has(text) && /\p{L}{3}/u.test(text.replace(/\{\w+\}/g, ''))).map(text => new RegExp(`^${text.split(/\{\w+\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`))

describe.skipIf(!findBrowser())('the page in German, in Chromium', () => {
  let page: Page
  let problems: string[]

  usePage({ each: 6 }, async (opened) => {
    page = opened.page
    problems = opened.problems
    await page.setViewportSize({ width: 1024, height: 640 })
  })

  it('is chosen by a command, at once and for good', async () => {
    await onMap('Control+k')
    await page.keyboard.type('deutsch')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('de-DE')
    expect(await page.getByRole('tab').allTextContents()).toEqual(['Labels ', 'Vorschläge ', 'Lernen '])
    expect(await page.getByTestId('counts').textContent()).toContain('36 Fotos')
    await page.reload()
    await ready(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('de-DE')
    expect(await findings()).toEqual([])
  })

  it('says German while photos are named, suggested and learnt from', async () => {
    for (const word of ['boats', 'city']) {
      await onMap('/')
      await page.getByTestId('find-text').fill(word)
      await page.getByTestId('find-text').press('Enter')
      await page.getByTestId('name').fill(word)
      await page.getByTestId('name').press('Enter')
      await expect.poll(() => page.getByTestId('label').count()).toBe(word === 'boats' ? 1 : 2)
      expect(await findings(), word).toEqual([])
    }
    await page.getByTestId('find-text').press('Escape')
    await page.getByTestId('find-text').press('Escape')
    await expect.poll(() => page.locator('[data-action=undo]').getAttribute('aria-label')).toBe('Rückgängig: 6 Fotos als „city“ benennen')
    await page.getByRole('tab', { name: 'Vorschläge' }).click()
    expect(await findings()).toEqual([])
    await onMap('n')
    await page.getByTestId('queue-row').first().waitFor()
    expect(await findings()).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByTestId('learn').click()
    await expect.poll(() => page.getByTestId('outcome').textContent(), { timeout: 60_000 }).toMatch(/Von zurückgehaltenen Fotos liegen jetzt \d+ %/)
    expect(await page.locator('[data-action=undo]').getAttribute('aria-label')).toBe('Rückgängig: Lernen (Lauf 1)')
    await page.getByRole('tab', { name: 'Lernen' }).click()
    expect(await findings()).toEqual([])
    expect(await page.getByTestId('run-choices').textContent()).toContain('Silhouette · Adam · gleichbleibende Rate')
  })

  it('has every dialog in German', async () => {
    for (const key of ['Control+k', '?', 'Control+e', 'Control+o', 'q']) {
      await onMap(key)
      await page.getByRole('dialog').waitFor()
      expect(await findings(), key).toEqual([])
      expect(await page.getByRole('dialog').locator('kbd').filter({ hasText: 'Shift' }).count()).toBe(0)
      for (const tab of key === 'q' ? await page.getByRole('dialog').getByRole('tab').all() : []) {
        await tab.click()
        expect(await findings(), await tab.textContent() ?? '').toEqual([])
      }
      await page.keyboard.press('Escape')
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    }
  })

  it('has menus and the large view in German, and writes numbers so', async () => {
    for (const menu of [page.getByRole('button', { name: 'Farben und Sprache' }), page.getByTestId('library-menu'), page.locator('.tools [aria-haspopup=menu]')]) {
      await menu.click()
      await page.getByRole('menu').waitFor()
      expect(await findings()).toEqual([])
      await page.keyboard.press('Escape')
      await expect.poll(() => page.getByRole('menu').count()).toBe(0)
    }
    await page.getByRole('tab', { name: 'Labels' }).click()
    await page.getByRole('button', { name: 'Mehr zu city' }).click()
    await page.getByRole('menu').waitFor()
    expect(await findings()).toEqual([])
    await page.keyboard.press('Escape')
    await onMap('ArrowRight')
    await page.keyboard.press('Enter')
    await page.locator('.stage img').waitFor()
    await expect.poll(() => page.getByTestId('photo').locator('dl').textContent()).toMatch(/\d kB/)
    expect(await findings()).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('fails in German', async () => {
    await onMap('Control+o')
    // It begins where the library is, with the path to be typed over.
    await expect.poll(() => page.getByTestId('folder-path').inputValue()).toMatch(/photos$/)
    expect(await page.getByTestId('folder-path').evaluate(field => field.matches(':focus'))).toBe(true)
    await page.getByTestId('folder-path').fill('/there/is/none')
    await page.getByTestId('open-this-folder').click()
    await expect.poll(() => page.getByRole('dialog').getByRole('alert').textContent()).toMatch(/Unter \/there\/is\/none gibt es keinen Ordner/)
    expect(await page.getByRole('dialog').textContent()).not.toMatch(/0 Fotos|Keine Ordner hier/)
    expect(await page.getByTestId('open-this-folder').isDisabled()).toBe(true)
    await page.getByTestId('folder-path').press('End')
    await page.keyboard.type('-yet')
    expect(await page.getByTestId('open-this-folder').isDisabled()).toBe(false)
    // The browser writes a refusal down by itself.
    problems.splice(0, problems.length, ...problems.filter(problem => !problem.includes('400 (Bad Request)')))
    await page.keyboard.press('Escape')
  })

  // The last: the library is closed.
  it('welcomes in German', async () => {
    await page.getByTestId('library-menu').click()
    await page.getByRole('menuitem', { name: 'Bibliothek schließen' }).click()
    await expect.poll(() => page.getByTestId('open-folder').textContent()).toContain('Ordner öffnen …')
    expect(await findings()).toEqual([])
  })

  async function onMap(key: string): Promise<void> {
    await page.getByTestId('map').focus()
    await page.keyboard.press(key)
  }

  /** English words in sight or read out, what reaches out of the window or its own place, and what axe-core finds serious. */
  async function findings(): Promise<string[]> {
    await page.waitForTimeout(200)
    const { texts, cut } = await page.evaluate<{ texts: string[], cut: string[] }>(inSight)
    const { violations } = await page.evaluate<axe.AxeResults>(`${axe.source}; axe.run(document, { resultTypes: ['violations'] })`)
    return [
      ...texts.filter(text => onlyEnglish.some(english => english.test(text))),
      ...cut,
      ...violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0].target.join(' ')}`),
    ]
  }
})

function textsOf(language: keyof typeof languages): string[] {
  return Object.values(languages[language].words).flatMap(texts => Object.values(texts).flatMap(text => text.split(' | ')))
}
