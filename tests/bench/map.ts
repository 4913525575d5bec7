import type { BenchRow } from '#tests/bench/bench-row'
import type { OpenStage } from '#tests/bench/map/open-stage'
import { median } from '#tests/bench/bench-row'
import { openStage } from '#tests/bench/map/open-stage'

/** The page's own work per frame must leave most of a 60th of a second to the browser. */
const medianBar = 4

/** How often the fitted map's zoom, and what is seen there of 10,000 photos. */
const levels: [times: number, seen: string][] = [
  [1, 'all in sight'],
  [5, 'small thumbnails'],
  [30, 'thumbnails'],
  [120, 'large thumbnails'],
]

/** What panning and zooming cost the page per frame, events included, in headless Chromium. */
export async function run(): Promise<BenchRow[]> {
  const stage = await openStage()
  try {
    return [
      ...await playAll(stage, 10_000, 60),
      ...await playAll(stage, 100_000, 20),
    ]
  }
  finally {
    await stage.close()
  }
}

async function playAll(stage: OpenStage, count: number, frames: number): Promise<BenchRow[]> {
  const page = await stage.page(count)
  const all: number[] = []
  const rows: BenchRow[] = []
  for (const [times, seen] of levels) {
    const frameMs = await page.evaluate<number[]>(`stage.play(${times}, ${frames})`)
    all.push(...frameMs)
    rows.push(row(`${count.toLocaleString('en')} photos, ${seen}, median`, median(frameMs), null))
    rows.push(row(`${count.toLocaleString('en')} photos, ${seen}, 95th percentile`, share(frameMs, 0.95), null))
  }
  await page.close()
  return [
    row(`${count.toLocaleString('en')} photos, pan and zoom, median`, median(all), count <= 10_000
      ? `< ${medianBar}`
      : null),
    row(`${count.toLocaleString('en')} photos, pan and zoom, 95th percentile`, share(all, 0.95), null),
    ...rows,
  ]
}

function row(name: string, ours: number, bar: string | null): BenchRow {
  return {
    name,
    ours: Math.round(ours * 100) / 100,
    peer: null,
    unit: 'ms per frame',
    ratio: null,
    bar,
  }
}

function share(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]
}
