import type { ElectronApplication, Page } from 'playwright-core'
import type { Screen } from './screen.ts'
import type { Served } from './served-library.ts'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { _electron } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findElectron } from '#main/hosts/electron/find-electron'
import { startScreen } from './screen.ts'
import { secondTry } from './second-try.ts'
import { serveLibrary } from './served-library.ts'
import { findElectronFolder, findScreen } from './tools.ts'

const root = dirname(dirname(import.meta.dirname))
const packed = join(root, 'dist', 'linux-unpacked')
const electron = findElectronFolder()

/** The desktop as a user gets it: packed, started from its archive, on a core that `silhouette serve` runs. */
describe.skipIf(!electron || !findScreen() || process.platform !== 'linux')('the packed desktop', () => {
  let work: string
  let screen: Screen
  let server: Served
  let desktop: ElectronApplication
  let page: Page

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'silhouette-desktop-'))
    await secondTry('Packing the desktop', () => promisify(execFile)(process.execPath, [
      join(root, 'scripts', 'package.ts'),
      '--dir',
      '--electron',
      electron!,
    ], { cwd: root, timeout: 120_000, killSignal: 'SIGKILL' }))
    screen = await startScreen()
    server = await serveLibrary(['serve', '--json'], join(work, 'home'))
    const { url } = JSON.parse(server.url)
    desktop = await startDesktop(screen, work, `--connect=${url}`)
    page = await desktop.firstWindow()
    await page.waitForLoadState()
  }, 480_000)

  afterAll(async () => {
    await desktop?.close()
    screen?.stop()
    await server?.stop()
    await rm(work, { recursive: true, force: true })
  })

  it('runs from its archive', async () => {
    expect(await desktop.evaluate(({ app }) => app.getAppPath())).toBe(join(packed, 'resources', 'app.asar'))
    expect(await readdir(join(packed, 'resources', 'models'))).toContain('efficientnet-lite0.onnx')
  })

  it('carries the native binaries of this system and no others', async () => {
    const natives = (await readdir(join(packed, 'resources'), { recursive: true })).filter(name => /\.(?:node|dylib|dll|so(?:\.[\d.]+)?)$/.test(name))
    expect(natives).not.toHaveLength(0)
    expect(natives.filter(name => !name.includes('linux'))).toEqual([])
    expect(natives.filter(name => !name.includes(process.arch))).toEqual([])
  })

  it('shows the page', async () => {
    expect(await page.title()).toContain('Silhouette')
    await page.getByRole('button', { name: 'Open folder' }).waitFor()
  })

  it('gives the page its bridge and nothing of Electron or Node', async () => {
    const seen = await page.evaluate(() => {
      const world = globalThis as Record<string, any>
      return {
        core: world.silhouetteDesktop.core,
        platform: world.silhouetteDesktop.platform,
        require: typeof world.require,
        process: typeof world.process,
      }
    })
    expect(seen).toEqual({
      core: 'address',
      platform: 'linux',
      require: 'undefined',
      process: 'undefined',
    })
  })

  it('lets its menu speak the language of the page', async () => {
    const menus = () => desktop.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label))
    for (const [name, first] of [['Deutsch', '&Datei'], ['English', '&File']]) {
      await page.keyboard.press('Control+k')
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await menus())[0]).toBe(first)
    }
  })

  it('opens the folder the user chooses in the system\'s dialog', async () => {
    const folder = join(work, 'photos')
    await writePhotos(folder)
    // A test can't press the buttons of the system's dialog; only its answer is given here.
    await desktop.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({
        canceled: false,
        filePaths: [chosen],
      })
    }, folder)
    await page.getByRole('button', { name: 'Open folder' }).click()
    await page.waitForFunction(mapIsReady, null, { timeout: 60_000 })
  })

  // The last: Playwright waits for a navigation that was refused.
  it('follows no way out of the page and grants it nothing', async () => {
    const address = page.url()
    const outcome = await page.evaluate(async () => {
      const world = globalThis as Record<string, any>
      const opened = world.open('https://photos.example')
      world.location.href = 'https://photos.example'
      return { opened, notifications: await world.Notification.requestPermission() }
    })
    expect(outcome).toEqual({ opened: null, notifications: 'denied' })
    expect(page.url()).toBe(address)
    expect(desktop.windows()).toHaveLength(1)
  })
})

/** The desktop with its own core, where the Electron at hand is new enough to run one. */
const runsCore = electron !== undefined && (await findElectron({ SILHOUETTE_ELECTRON: electron }))?.runsCore
if (runsCore && findScreen() && process.platform === 'linux') {
  it('the packed desktop opens a folder with its own core', async () => {
    const work = await mkdtemp(join(tmpdir(), 'silhouette-desktop-'))
    const screen = await startScreen()
    await writePhotos(join(work, 'photos'))
    const desktop = await startDesktop(screen, work, `--home=${join(work, 'home')}`, join(work, 'photos'))
    try {
      const page = await desktop.firstWindow()
      expect(page.url()).toBe('silhouette://page/')
      await page.waitForFunction(mapIsReady, null, { timeout: 60_000 })
    }
    finally {
      await desktop.close()
      screen.stop()
      await rm(work, { recursive: true, force: true })
    }
  }, 120_000)
}

/** Starts the packed desktop on a screen, with its own settings in a folder. */
function startDesktop({ display }: Screen, work: string, ...words: string[]): Promise<ElectronApplication> {
  return secondTry('Starting the desktop', () => _electron.launch({
    executablePath: join(packed, 'silhouette-desktop'),
    args: ['--no-sandbox', `--user-data-dir=${join(work, 'desktop')}`, ...words],
    env: { ...process.env, DISPLAY: display } as Record<string, string>,
    timeout: 60_000,
  }))
}

function mapIsReady(): boolean {
  return (globalThis as Record<string, any>).document.documentElement.dataset.mapState === 'ready'
}

/** Forty small photos in two kinds: pale stripes and dark discs, each a little different. */
async function writePhotos(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (let i = 0; i < 20; i++) {
    const stripes = `<svg width="96" height="96"><rect width="96" height="96" fill="hsl(${200 + i},60%,80%)"/>${
      Array.from({ length: 6 }, (_, k) => `<rect x="${k * 16 + i % 8}" width="7" height="96" fill="hsl(${30 + i},70%,60%)"/>`).join('')}</svg>`
    const disc = `<svg width="96" height="96"><rect width="96" height="96" fill="hsl(${100 + i},40%,15%)"/><circle cx="${40 + i}" cy="48" r="${18 + i}" fill="hsl(${i * 4},80%,45%)"/></svg>`
    await sharp(Buffer.from(stripes)).jpeg().toFile(join(folder, `stripes-${i}.jpg`))
    await sharp(Buffer.from(disc)).jpeg().toFile(join(folder, `disc-${i}.jpg`))
  }
}
