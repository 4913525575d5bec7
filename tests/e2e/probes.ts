import type { Page } from 'playwright-core'

/** Whether the map is drawn and stands still. */
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
