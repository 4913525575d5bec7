import type { BenchRow } from '#tests/bench/bench-row'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { median } from '#tests/bench/bench-row'
import { serveLibrary } from '#tests/e2e/served-library'
import { findBrowser } from '#tests/e2e/tools'
import { scriptBytes } from '#tests/fixtures/script-bytes'

const loads = 7
const firstPaint = `new Promise(resolve => new PerformanceObserver((list) => {
  for (const { startTime } of list.getEntriesByName('first-contentful-paint'))
    resolve(startTime)
}).observe({ type: 'paint', buffered: true }))`

/** What the page without a library costs to open: from the address to its first paint, in a fresh browser each time, and its script. */
export async function run(): Promise<BenchRow[]> {
  const home = await mkdtemp(join(tmpdir(), 'silhouette-bench-'))
  const served = await serveLibrary(['open', '--no-browser'], home)
  const paints: number[] = []
  try {
    const first = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
    const context = await first.newContext()
    await (await context.newPage()).goto(served.url)
    const cookies = await context.cookies()
    await first.close()
    for (let load = 0; load < loads; load++) {
      const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
      const fresh = await browser.newContext()
      await fresh.addCookies(cookies)
      const page = await fresh.newPage()
      await page.goto(new URL(served.url).origin)
      await page.locator('main').waitFor()
      paints.push(await page.evaluate<number>(firstPaint))
      await browser.close()
    }
  }
  finally {
    await served.stop()
    await rm(home, { recursive: true, force: true })
  }
  const row = { peer: null, ratio: null }
  return [
    { ...row, name: `first paint of the empty page, median of ${loads}`, ours: Math.round(median(paints)), unit: 'ms', bar: '< 1000' },
    { ...row, name: 'first paint of the empty page, slowest', ours: Math.round(Math.max(...paints)), unit: 'ms', bar: null },
    { ...row, name: 'script, compressed', ours: Math.round(await scriptBytes(join(import.meta.dirname, '../../out/renderer')) / 1000), unit: 'kB', bar: '≤ 600' },
  ]
}
