import type { Browser, Page } from 'playwright-core'
import type { Served } from '#tests/e2e/served-library'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { distance, indexed, labels, numberIn, placesOf, ready } from '#tests/e2e/page-steps'
import { serveLibrary } from '#tests/e2e/served-library'
import { findBrowser } from '#tests/e2e/tools'
import { generatePhotos } from '#tests/fixtures/generate-photos'

const executablePath = findBrowser()
const each = 18
const kinds = [
  'balls',
  'boats',
  'city',
  'flowers',
  'mountains',
  'stripes',
] as const

/** One afternoon in the page, step by step: each test goes on where the one before it stopped. */
describe.skipIf(!executablePath)('the page in Chromium', { timeout: 120_000 }, () => {
  let folder: string
  let served: Served
  let browser: Browser
  let page: Page
  const problems: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'silhouette-page-'))
    await generatePhotos(join(folder, 'photos'), { each })
    served = await serveLibrary([
      'open',
      join(folder, 'photos'),
      '--no-browser',
      '--library',
      join(folder, 'page.silhouette'),
    ], join(folder, 'home'))
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--enable-unsafe-swiftshader'],
    })
    page = await (await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'no-preference',
    })).newPage()
    page.on('pageerror', error => problems.push(String(error)))
    page.on('console', message => message.type() === 'error' && problems.push(message.text()))
    await page.goto(served.url)
  })

  afterAll(async () => {
    await browser?.close()
    await served?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('reads the folder and shows a map of all its photos', async () => {
    await expect.poll(() => page.getByTestId('counts').textContent(), { timeout: 90_000 }).toContain(String(each * kinds.length))
    await expect.poll(async () => (await placesOf(page)).size, { timeout: 90_000 }).toBe(each * kinds.length)
    await indexed(page)
    await ready(page)
    expect(page.url()).not.toContain('token')
  })

  it('labels a group that is clicked on the map', async () => {
    for (const kind of ['city', 'boats']) {
      await clickGroupOf(page, kind)
      const selected = await numberIn(page.getByTestId('selection'))
      expect(selected).toBeGreaterThan(2)
      await page.getByTestId('name').fill(kind)
      await page.getByTestId('name').press('Enter')
      await expect.poll(() => labels(page)).toHaveProperty(kind, selected)
    }
  })

  it('learns from the labels and moves the photos', async () => {
    await page.keyboard.press('Escape')
    await ready(page)
    const before = await placesOf(page)
    await page.getByTestId('learn').click()
    await expect.poll(() => page.getByTestId('outcome').count(), { timeout: 60_000 }).toBe(1)
    await ready(page)
    const outcome = await page.getByTestId('outcome').textContent()
    expect(outcome).toMatch(/held out/i)
    await page.getByRole('tab', { name: /Learning/ }).click()
    await expect.poll(() => page.getByTestId('run').count()).toBe(1)
    await page.getByRole('tab', { name: /^Labels/ }).click()
    const after = await placesOf(page)
    const moved = [...before].filter(([photo, at]) => distance(at, after.get(photo)!) > 2)
    expect(moved.length).toBeGreaterThan(each * kinds.length / 2)
  })

  it('says what was learnt only while that is shown', async () => {
    await page.getByTestId('map').focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.getByTestId('outcome').count()).toBe(0)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => page.getByTestId('outcome').count()).toBe(1)
    await ready(page)
  })

  it('takes everything back and does it again', async () => {
    const all = await labels(page)
    await page.getByTestId('map').focus()
    for (let acts = 0; acts < 12 && Object.keys(await labels(page)).length > 0; acts++) {
      await page.keyboard.press('Control+z')
      await page.waitForTimeout(300)
    }
    expect(await labels(page)).toEqual({})
    for (let acts = 0; acts < 12 && JSON.stringify(await labels(page)) !== JSON.stringify(all); acts++) {
      await page.keyboard.press('Control+Shift+z')
      await page.waitForTimeout(300)
    }
    expect(await labels(page)).toEqual(all)
  })

  it('finds everything still there after a reload', async () => {
    const all = await labels(page)
    await ready(page)
    const places = await placesOf(page)
    await page.reload()
    await ready(page)
    await expect.poll(() => labels(page)).toEqual(all)
    await page.getByRole('tab', { name: /Learning/ }).click()
    await expect.poll(() => page.getByTestId('run').count()).toBe(1)
    await page.getByRole('tab', { name: /^Labels/ }).click()
    const again = await placesOf(page)
    expect(again.size).toBe(places.size)
  })

  it('shows what the command line does to the same library within a second or two', async () => {
    const { execFile } = await import('node:child_process')
    const words = [
      'label',
      'by hand',
      join(folder, 'photos/stripes/stripes-001.jpg'),
      '--library',
      join(folder, 'page.silhouette'),
    ]
    await new Promise((resolve, reject) => execFile(process.execPath, [
      join(import.meta.dirname, '../../src-main/hosts/cli/main.ts'),
      ...words,
    ], {
      env: {
        ...process.env,
        SILHOUETTE_HOME: join(folder, 'home'),
      },
    }, error => error
      ? reject(error)
      : resolve(0)))
    await expect.poll(() => labels(page), { timeout: 10_000 }).toHaveProperty('by hand', 1)
  })

  it('comes back by itself when the core is killed, with every label', async () => {
    const all = await labels(page)
    const { execFileSync } = await import('node:child_process')
    const server = execFileSync('pgrep', [
      '-P',
      String(served.process.pid),
    ]).toString().trim().split('\n')[0]
    process.kill(Number(server), 'SIGKILL')
    await page.waitForTimeout(1_500)
    await expect.poll(async () => (await placesOf(page).catch(() => new Map())).size, { timeout: 30_000 }).toBe(each * kinds.length)
    await expect.poll(() => labels(page), { timeout: 30_000 }).toEqual(all)
    problems.length = 0
  })

  it('had nothing to complain about on the console', () => {
    expect(problems).toEqual([])
  })

  /** Clicks where a photo of a kind lies, in the middle of its kind. */
  async function clickGroupOf(on: Page, kind: typeof kinds[number] | string): Promise<void> {
    await on.keyboard.press('Escape')
    await ready(on)
    const first = kinds.indexOf(kind as typeof kinds[number]) * each + 1
    const places = [
      ...await placesOf(on),
    ].filter(([photo]) => photo >= first && photo < first + each).map(([, at]) => at)
    const middle = places.map(at => ({
      at,
      sum: places.reduce((sum, other) => sum + distance(at, other), 0),
    })).sort((a, b) => a.sum - b.sum)[0].at
    await on.mouse.click(middle.x, middle.y)
    await expect.poll(() => on.getByTestId('selection').count()).toBe(1)
  }
})
