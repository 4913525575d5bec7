import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import { pictureColour } from './synthetic-library'

/** A photo and where it is on the page. */
export interface Shown { photo: number, x: number, y: number }

/** Pictures in sight whose middle lies under no other, and where that is. */
export function uncovered(page: Page): Promise<Shown[]> {
  return page.evaluate(`(() => {
    const { map, library } = stage
    const far = 0.85 * map.statistics().thumbnailSize + 6
    const all = [...library.ids].filter(photo => map.isPicture(photo)).map(photo => ({ photo, ...map.screenOf(photo) }))
    return all.filter(({ photo, x, y }) => x > 20 && x < 680 && y > 20 && y < 480
      && all.every(other => other.photo <= photo || Math.max(Math.abs(other.x - x), Math.abs(other.y - y)) > far))
  })()`)
}

/** The colours of the canvas at the photos' middles. */
export async function coloursAt(page: Page, shown: Shown[]): Promise<number[][]> {
  const { data, info } = await sharp(await page.screenshot()).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return shown.map(({ x, y }) => [...data.subarray(3 * (Math.round(y) * info.width + Math.round(x))).subarray(0, 3)])
}

export async function expectPictures(page: Page): Promise<void> {
  const editions = new Map(await page.evaluate<[number, number][]>('[...stage.source.editions]'))
  const shown = await uncovered(page)
  expect(shown.length).toBeGreaterThan(3)
  const colours = await coloursAt(page, shown)
  const wrong = shown.filter(({ photo }, at) => pictureColour(photo, editions.get(photo)).some((value, channel) => Math.abs(value - colours[at][channel]) > 3))
  expect(wrong.map(({ photo }) => photo)).toEqual([])
}
