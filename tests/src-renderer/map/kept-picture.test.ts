import type { Page } from 'playwright-core'
import { setTimeout } from 'node:timers/promises'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { useStage } from './stage/use-stage'

const mapOf = useStage()

async function pixelsOf(page: Page): Promise<Buffer> {
  return sharp(await page.screenshot()).removeAlpha().raw().toBuffer()
}

/** The share of a picture's numbers that are farther than `tolerance` from another's. */
function differing(some: Buffer, others: Buffer, tolerance: number): number {
  let count = 0
  for (let at = 0; at < some.length; at++)
    count += Math.abs(some[at] - others[at]) > tolerance ? 1 : 0
  return count / some.length
}

/** Waits until what rests is kept. */
async function keptOf(page: Page): Promise<void> {
  for (let tries = 0; !await page.evaluate('stage.map.statistics().kept'); tries++) {
    expect(tries).toBeLessThan(200)
    await setTimeout(25)
  }
}

/** Does something to the map that rests, and then makes it draw the same anew: what is seen either time. */
async function keptAndDrawn(page: Page, work: string): Promise<{ kept: Buffer, drawn: Buffer }> {
  await keptOf(page)
  await page.evaluate(`${work}, stage.settled()`)
  expect(await page.evaluate('stage.map.statistics().kept')).toBe(true)
  const kept = await pixelsOf(page)
  await page.evaluate('stage.map.setGone([]), stage.settled()')
  return { kept, drawn: await pixelsOf(page) }
}

it('looks at rest as it is drawn, also when photos are chosen and pointed at', async () => {
  const page = await mapOf(20_000)
  await page.evaluate('stage.map.fit(), stage.settled()')
  const nothing = await keptAndDrawn(page, 'stage.map.setSelection(new Uint32Array())')
  expect(differing(nothing.kept, nothing.drawn, 4)).toBe(0)
  const focused = await keptAndDrawn(page, 'stage.map.focusPhoto(stage.library.ids[7])')
  expect(differing(focused.kept, focused.drawn, 4)).toBe(0)
  expect(differing(focused.kept, nothing.kept, 40)).toBeGreaterThan(0)
  await page.evaluate('stage.map.focusPhoto(null)')
  const chosen = await keptAndDrawn(page, 'stage.map.setSelection(stage.library.ids.subarray(0, 2_000))')
  // Dots that lie upon each other are held back together, not each by itself.
  expect(differing(chosen.kept, chosen.drawn, 60)).toBeLessThan(0.001)
  expect(differing(chosen.kept, nothing.kept, 60)).toBeGreaterThan(0.02)
})

it('shows at once what is labelled, where one looks, and in which colours, after it has rested', async () => {
  const page = await mapOf(20_000)
  await page.evaluate('stage.map.fit(), stage.settled()')
  for (const change of [
    'stage.map.setColours(new Uint32Array(20_000).fill(0x00FF00))',
    'stage.map.setFilter(stage.library.ids.subarray(0, 100), false)',
    'stage.map.setFilter(null, false)',
    'stage.map.panBy(40, 0)',
    'stage.map.setClusters([], new Int32Array())',
    'stage.canvas.setTheme(stage.themes.light)',
  ]) {
    // Nothing is kept while a filter dims the others.
    if (!change.includes('null'))
      await keptOf(page)
    const before = await pixelsOf(page)
    await page.evaluate(`${change}, stage.settled()`)
    expect(differing(before, await pixelsOf(page), 20), change).toBeGreaterThan(0.001)
  }
})

it('is kept anew after the graphics card lost it', async () => {
  const page = await mapOf(20_000)
  await page.evaluate('stage.map.fit(), stage.settled()')
  await keptOf(page)
  const before = await pixelsOf(page)
  await page.evaluate(`(async () => {
    const lost = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context')
    lost.loseContext()
    await new Promise(resolve => setTimeout(resolve, 300))
    lost.restoreContext()
    await new Promise(resolve => setTimeout(resolve, 300))
    await stage.settled()
  })()`)
  await keptOf(page)
  await page.evaluate('stage.map.setSelection(new Uint32Array()), stage.settled()')
  expect(await page.evaluate('stage.map.statistics().kept')).toBe(true)
  expect(differing(before, await pixelsOf(page), 4)).toBe(0)
})

it('is not kept of few photos, which are drawn as fast', async () => {
  const page = await mapOf(300)
  await setTimeout(400)
  expect(await page.evaluate('stage.map.statistics().kept')).toBe(false)
})
