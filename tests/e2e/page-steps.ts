import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { isReady } from '#tests/e2e/probes'

export { placesOf } from '#tests/e2e/probes'

/** Waits until nothing is being read any more. */
export async function indexed(page: Page): Promise<void> {
  await expect.poll(() => page.getByTestId('tasks').locator('[aria-label="Cancel"]').count(), { timeout: 90_000 }).toBe(0)
}

/** Waits until the map is drawn and stands still. */
export async function ready(page: Page): Promise<void> {
  await expect.poll(() => isReady(page), { timeout: 60_000 }).toBe(true)
}

/** The labels in the panel with how many photos have each. */
export async function labels(page: Page): Promise<Record<string, number>> {
  const names = await page.getByTestId('label').getByRole('button', { name: /^Select / }).evaluateAll(found => found.map(one => one.getAttribute('aria-label') ?? ''))
  return Object.fromEntries(names.map(name => /^Select (.*), ([\d,]+) photos?$/.exec(name)).filter(found => found !== null).map(([, name, count]) => [
    name,
    Number(count.replaceAll(',', '')),
  ]))
}

/** The first number in an element's words. */
export async function numberIn(element: { textContent: () => Promise<string | null> }): Promise<number> {
  return Number(/\d+/.exec(await element.textContent() ?? '')?.[0])
}

/** Selects the photos that the search finds for some words: so many. */
export async function selectFound(page: Page, words: string, count: number): Promise<void> {
  await page.getByTestId('map').focus()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByTestId('selection').textContent()).toContain('Nothing selected')
  await page.keyboard.press('/')
  await page.getByTestId('find-text').fill(words)
  await page.getByTestId('find-text').press('Enter')
  await expect.poll(() => numberIn(page.getByTestId('selection'))).toBe(count)
  await page.getByTestId('find-text').press('Escape')
  await page.getByTestId('find-text').press('Escape')
}

/** Between two places of the screen, px. */
export function distance(a: { x: number, y: number }, b: { x: number, y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
