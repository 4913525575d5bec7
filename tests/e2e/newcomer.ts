import type { Locator, Page } from 'playwright-core'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { runSilhouette } from '#tests/fixtures/run-silhouette'

/** What a newcomer got done. */
export interface NewcomersWork {
  /** Share of all photos whose label, or where they have none whose suggestion, is the folder they lie in. */
  accuracy: number
  /** Deliberate acts, as the page counts them. */
  actions: number
  /** Photos clicked out of a row. */
  clicks: number
  seconds: number
}

export interface NewcomersTask {
  page: Page
  /** The library the page shows, and the data folder of the program. */
  library: string
  home: string
  /** When to stop: at this accuracy, or after so many acts. */
  wanted: number
  most: number
  /** Acts between two looks at how much is right. */
  every?: number
  onLook?: (work: NewcomersWork) => void
}

/**
 * Plays a person who knows the README and nothing more: opens what to label next, clicks out of each row what does not
 * belong, and accepts the guess or types a name. What a photo is, the person sees; here it is the folder it lies in.
 */
export async function labelLikeANewcomer({ page, library, home, wanted, most, every = 5, onLook = () => {} }: NewcomersTask): Promise<NewcomersWork> {
  const db = new Sqlite(library, { readonly: true })
  const kinds = new Map((db.prepare('SELECT id, path FROM photo').raw().all() as [number, string][]).map(([id, path]) => [id, path.split('/')[0]]))
  db.close()
  const started = performance.now()
  let clicks = 0
  let work: NewcomersWork = { accuracy: 0, actions: 0, clicks: 0, seconds: 0 }
  await page.getByTestId('label-next').click()
  const row = page.locator('[data-testid=queue-row][aria-current=true]')
  for (let act = 1; act <= most; act++) {
    if (!await row.waitFor({ timeout: 15_000 }).then(() => true, () => false))
      break
    const { name, others } = await lookAt(row, kinds)
    for (const photo of others)
      await row.locator(`[data-photo="${photo}"]`).click()
    clicks += others.length
    const labelled = await effort(page)
    if (await row.getAttribute('data-guess') === name) {
      await row.getByTestId('accept-row').click()
    }
    else {
      await page.keyboard.press('l')
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
    }
    await changed(() => effort(page), labelled)
    // Better suggestions take a moment, and a person one to see what has changed.
    await page.waitForTimeout(1_000)
    if (act % every > 0 && act < most)
      continue
    work = { accuracy: await accuracyNow(library, home), actions: await effort(page), clicks, seconds: (performance.now() - started) / 1000 }
    onLook(work)
    if (work.accuracy >= wanted)
      return work
  }
  return { accuracy: await accuracyNow(library, home), actions: await effort(page), clicks, seconds: (performance.now() - started) / 1000 }
}

/** What most of a row is, or what is guessed where that is nearly as many, and the photos that are something else. */
async function lookAt(row: Locator, kinds: ReadonlyMap<number, string>): Promise<{ name: string, others: number[] }> {
  const photos = await row.locator('[data-photo]').evaluateAll(tiles => tiles.map(tile => Number(tile.getAttribute('data-photo'))))
  const guess = await row.getAttribute('data-guess')
  const counts = new Map<string, number>()
  for (const photo of photos)
    counts.set(kinds.get(photo)!, (counts.get(kinds.get(photo)!) ?? 0) + 1)
  const [most, count] = [...counts].sort((a, b) => b[1] - a[1])[0]
  const name = guess !== null && (counts.get(guess) ?? 0) >= 0.7 * count ? guess : most
  return { name, others: photos.filter(photo => kinds.get(photo) !== name) }
}

async function effort(page: Page): Promise<number> {
  const words = await page.getByTestId('queue-effort').textContent() ?? ''
  return Number(/(\d+) actions?/.exec(words)?.[1] ?? 0)
}

async function changed<T>(read: () => Promise<T>, before: T): Promise<void> {
  for (let tries = 0; tries < 100 && await read() === before; tries++)
    await new Promise(resolve => setTimeout(resolve, 100))
}

/** As the exported table has it: anybody can look there. */
async function accuracyNow(library: string, home: string): Promise<number> {
  const table = join(home, 'newcomer.csv')
  await runSilhouette(['export', 'csv', '--to', table, '--library', library, '--quiet'], { home })
  const lines = (await readFile(table, 'utf8')).trim().split(/\r?\n/).slice(1).map(line => line.split(','))
  return lines.filter(([path, label, suggestion]) => path.split('/')[0] === (label || suggestion)).length / lines.length
}
