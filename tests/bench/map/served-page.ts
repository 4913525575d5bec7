import type { Browser, CDPSession, Page } from 'playwright-core'
import type { MadeLibrary } from '#tests/bench/map/made-library'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { serveLibrary } from '#tests/e2e/served-library'
import { findBrowser } from '#tests/e2e/tools'

/** The page on a made library, in headless Chromium that draws without a graphics card. */
export interface ServedPage {
  page: Page
  browser: Browser
  cdp: CDPSession
  /** Ms from the page's beginning until its map was painted. */
  paintedMs: number
  close: () => Promise<void>
}

/** What the page keeps of itself for the bench; runs before its own script. */
const watcher = `(() => {
  const bench = window.bench = { paintedMs: null, textureBytes: 0, keyAt: 0, upAt: 0 }
  const look = () => {
    if (document.documentElement?.dataset.mapState !== 'ready')
      return requestAnimationFrame(look)
    // The frame after the next begins when this one's picture has been handed over.
    requestAnimationFrame(() => requestAnimationFrame(() => bench.paintedMs = performance.now()))
  }
  requestAnimationFrame(look)
  addEventListener('keydown', () => bench.keyAt = performance.now(), true)
  addEventListener('pointerup', () => bench.upAt = performance.now(), true)

  // The browser says of each event when the first frame after it was on the screen, to 8 ms.
  bench.frames = []
  new PerformanceObserver(list => bench.frames.push(...list.getEntries())).observe({ type: 'event', durationThreshold: 16 })
  bench.presentedMs = (name, since) => {
    const last = bench.frames.filter(entry => entry.name === name && entry.startTime > since - 50).at(-1)
    return last ? last.startTime + last.duration - since : null
  }

  // Bytes of the textures that WebGL was asked for; each texel of the map's takes four.
  const gl = WebGL2RenderingContext.prototype
  const bound = new Map()
  const sizes = new Map()
  const kept = (target, bytes) => {
    const texture = bound.get(target)
    bench.textureBytes += bytes - (sizes.get(texture) ?? 0)
    sizes.set(texture, bytes)
  }
  const wrap = (name, before) => {
    const own = gl[name]
    gl[name] = function (...words) {
      before(...words)
      return own.apply(this, words)
    }
  }
  const withLevels = (levels, width, height, depth) => {
    let bytes = 0
    for (let level = 0; level < levels; level++)
      bytes += 4 * Math.max(1, width >> level) * Math.max(1, height >> level) * depth
    return bytes
  }
  wrap('bindTexture', (target, texture) => bound.set(target, texture))
  wrap('texStorage2D', (target, levels, format, width, height) => kept(target, withLevels(levels, width, height, 1)))
  wrap('texStorage3D', (target, levels, format, width, height, depth) => kept(target, withLevels(levels, width, height, depth)))
  wrap('texImage2D', (target, level, format, ...rest) => {
    const source = rest.length > 4 ? { width: rest[0], height: rest[1] } : rest.at(-1)
    if (level === 0)
      kept(target, 4 * source.width * source.height)
  })
  wrap('texImage3D', (target, level, format, width, height, depth) => {
    const bytes = 4 * width * height * depth
    const texture = bound.get(target)
    if (level === 0) {
      kept(target, bytes)
    }
    else {
      bench.textureBytes += bytes
      sizes.set(texture, (sizes.get(texture) ?? 0) + bytes)
    }
  })
  wrap('deleteTexture', (texture) => {
    bench.textureBytes -= sizes.get(texture) ?? 0
    sizes.delete(texture)
  })
})()`

/** Serves a copy of the library (what is done in the page is written to it) and opens the page in a fresh browser. */
export async function servePage(library: MadeLibrary): Promise<ServedPage> {
  const scratch = await mkdtemp(join(tmpdir(), 'silhouette-bench-'))
  const file = join(scratch, 'copy.silhouette')
  await cp(library.file, file)
  await cp(`${library.file}.cache`, `${file}.cache`, { recursive: true })
  const served = await serveLibrary(['serve', '--library', file], join(scratch, 'home'))
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    // As on a desktop without a graphics card: the map is drawn by SwiftShader, the page around it is not.
    args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--enable-precise-memory-info'],
  })
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  page.on('pageerror', error => process.stderr.write(`The page failed: ${error}\n`))
  await page.addInitScript(watcher)
  await page.goto(served.url)
  return {
    page,
    browser,
    cdp: await page.context().newCDPSession(page),
    paintedMs: await told(page, 'bench.paintedMs'),
    close: async () => {
      await browser.close()
      await served.stop()
      await rm(scratch, { recursive: true, force: true })
    },
  }
}

/** What the page holds, MB: its script's heap, its whole process (0 where the system doesn't tell), and its textures. */
export async function pageMemory({ page, browser }: ServedPage): Promise<{ heapMb: number, processMb: number, textureMb: number }> {
  const cdp = await browser.newBrowserCDPSession()
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  const resident = await Promise.all(processInfo.filter(({ type }) => type === 'renderer').map(async ({ id }) =>
    Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${id}/status`, 'utf8').catch(() => ''))?.[1] ?? 0)))
  return {
    heapMb: await page.evaluate<number>('performance.memory.usedJSHeapSize') / 2 ** 20,
    processMb: Math.max(...resident) / 1024,
    textureMb: await page.evaluate<number>('bench.textureBytes') / 2 ** 20,
  }
}

/** What an expression says in the page once it says something, asked again and again for a minute. */
export async function told<T>(page: Page, expression: string): Promise<T> {
  for (const end = performance.now() + 60_000; performance.now() < end;) {
    const answer = await page.evaluate<T | null | undefined>(expression)
    if (answer !== null && answer !== undefined)
      return answer
    await setTimeout(20)
  }
  throw new Error(`The page did not come to this within a minute: ${expression}`)
}
