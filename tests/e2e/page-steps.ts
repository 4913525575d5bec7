import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Waits until nothing is being read any more. */
export async function indexed(page: Page): Promise<void> {
  await expect.poll(() => page.getByTestId('tasks').locator('[aria-label="Cancel"]').count(), { timeout: 90_000 }).toBe(0)
}

/** Waits until the map is drawn and stands still. */
export async function ready(page: Page): Promise<void> {
  await expect.poll(() => isReady(page), { timeout: 60_000 }).toBe(true)
}

export async function isReady(page: Page): Promise<boolean> {
  return await page.evaluate('document.documentElement.dataset.mapState') === 'ready'
}

/** Where each photo is on the screen, by its id; with two maps on either. */
export async function placesOf(page: Page, side: 'first' | 'second' = 'first'): Promise<Map<number, { x: number, y: number }>> {
  const found = await page.evaluate<[number, { x: number, y: number } | null][]>(`
    Array.from({ length: 400 }, (_, i) => {
      const detail = { photo: i + 1, side: '${side}' }
      document.dispatchEvent(new CustomEvent('silhouette:probe', { detail }))
      return [i + 1, detail.at ?? null]
    })
  `)
  return new Map(found.filter((one): one is [number, { x: number, y: number }] => one[1] !== null))
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

/** Between two places of the screen, px. */
export function distance(a: { x: number, y: number }, b: { x: number, y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
