import type { BenchRow } from '#tests/bench/bench-row'
import type { MadeLibrary } from '#tests/bench/map/made-library'
import type { ServedPage } from '#tests/bench/map/served-page'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '#tests/bench/bench-row'
import { coreCalls } from '#tests/bench/map/core-calls'
import { madeLibrary } from '#tests/bench/map/made-library'
import { changeMap, labelAll, lasso, panAndZoom, scrollGrid, settled, spreadAll } from '#tests/bench/map/page-acts'
import { pageMemory, servePage } from '#tests/bench/map/served-page'

const sizes = [1_000, 10_000, 100_000]
/** What the figures of a library of this size are held against; of smaller ones they are only told. */
const sizeOfBars = 100_000
const opened = 3
const lassos = 5

/** Steps of the wheel at a photo until it is seen so, each from the one before; a step is a factor of about 1.2. */
const levels: [seen: string, steps: Record<number, number>][] = [
  ['points', { 1_000: 0, 10_000: 0, 100_000: 0 }],
  ['small thumbnails', { 1_000: 0, 10_000: 3, 100_000: 7 }],
  ['larger thumbnails', { 1_000: 6, 10_000: 7, 100_000: 6 }],
  ['the photo', { 1_000: 8, 10_000: 8, 100_000: 8 }],
]

/**
 * A library of 1,000, 10,000 and 100,000 photos in the page, in headless Chromium without a graphics card, and what the
 * page's calls cost the core. `npm run bench -- map [PHOTOS …]` measures only those sizes.
 */
export async function run(words: string[]): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const size of words.length > 0 ? words.map(Number) : sizes) {
    const library = await madeLibrary(size)
    rows.push(...await pageRows(library), ...await coreRows(library))
  }
  return rows
}

async function pageRows(library: MadeLibrary): Promise<BenchRow[]> {
  const { photos } = library
  const row = rowsOf(photos)
  const painted: number[] = []
  let served: ServedPage | null = null
  for (let time = 0; time < opened; time++) {
    await served?.close()
    served = await servePage(library)
    painted.push(served.paintedMs)
  }
  try {
    await settled(served!)
    const rows = [row('opened to a painted map', median(painted), 'ms', 2_000)]
    for (const [seen, steps] of levels) {
      if (seen === 'points' && photos < sizeOfBars)
        continue
      rows.push(...frames(row, `pan and zoom, ${seen}`, await panAndZoom(served!, 5, steps[photos] ?? 12)))
    }
    await served!.page.keyboard.press('Home')
    await settled(served!)
    const moved = [await changeMap(served!, '['), await changeMap(served!, ']'), await changeMap(served!, '[')]
    rows.push(...frames(row, 'glide to another projection', moved.flat()))
    await settled(served!)
    const spread = await spreadAll(served!)
    rows.push(row('spread, from key to rest', spread.ms, 'ms'), row('spread, longest the page was held up', spread.longestMs, 'ms', 50))
    const { ms: firstMs, chosen } = await lasso(served!, photos, 0.2)
    const again: number[] = []
    for (let time = 0; time < lassos; time++)
      again.push((await lasso(served!, photos, 0.2)).ms)
    rows.push(
      row(`the first lasso, of ${chosen.toLocaleString('en')}`, firstMs, 'ms', 100),
      row(`lasso again, median of ${lassos}`, median(again), 'ms', 100),
    )
    const acts = await labelAll(served!, photos)
    rows.push(
      row('all labelled by one key', acts.label, 'ms', 200),
      row('undone', acts.undo, 'ms', 200),
      row('done again', acts.redo, 'ms', 200),
    )
    const { heapMb, processMb, textureMb } = await pageMemory(served!)
    rows.push(row('page, JavaScript heap', heapMb, 'MB'), row('page, its whole process', processMb, 'MB', 1_024), row('page, textures', textureMb, 'MB', 512))
    // Last, as the grid gives the map's textures back.
    rows.push(...frames(row, 'scrolling the grid', await scrollGrid(served!)))
    return rows
  }
  finally {
    await served!.close()
  }
}

async function coreRows(library: MadeLibrary): Promise<BenchRow[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'silhouette-bench-'))
  try {
    const file = join(scratch, 'copy.silhouette')
    await cp(library.file, file)
    await cp(`${library.file}.cache`, `${file}.cache`, { recursive: true })
    const row = rowsOf(library.photos)
    const calls = await coreCalls({ ...library, file }, join(scratch, 'home'))
    return calls.map(({ name, blockedMs }) => row(`core, ${name}: longest turn`, blockedMs, 'ms', 50))
  }
  finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

type Row = (name: string, ours: number, unit: string, bar?: number) => BenchRow

function rowsOf(photos: number): Row {
  return (name, ours, unit, bar) => ({
    name: `${photos.toLocaleString('en')} photos: ${name}`,
    ours: Math.round(100 * ours) / 100,
    peer: null,
    unit,
    ratio: null,
    bar: bar === undefined || photos !== sizeOfBars ? null : `≤ ${bar}`,
  })
}

function frames(row: Row, name: string, ms: number[]): BenchRow[] {
  const sorted = [...ms].sort((a, b) => a - b)
  return [
    row(`${name}, median of ${ms.length} frames`, median(ms), 'ms', 4),
    row(`${name}, 95th percentile`, sorted[Math.floor(0.95 * (sorted.length - 1))], 'ms', 10),
  ]
}
