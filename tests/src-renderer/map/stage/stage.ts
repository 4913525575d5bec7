import type { PhotoMap } from '../../../../src-renderer/map/photo-map-types'
import type { SyntheticLibrary, SyntheticSource } from './synthetic-library'
import { darkMapTheme, lightMapTheme } from '../../../../src-renderer/map/map-theme'
import { createPhotoMap } from '../../../../src-renderer/map/photo-map'
import { pictureColour, syntheticLibrary, syntheticSource } from './synthetic-library'

/** A page with nothing but a map on it, for tests and benchmarks; they find it as `window.stage`. */
export interface Stage {
  map: PhotoMap
  library: SyntheticLibrary
  source: SyntheticSource
  /** What the map has told: the event's name and what came with it, photos as plain arrays. */
  told: unknown[][]
  themes: { dark: typeof darkMapTheme, light: typeof lightMapTheme }
  pictureColour: typeof pictureColour
  /** Waits until nothing moves and no picture is on its way. */
  settled: () => Promise<void>
  /** Frame times, ms, of the map's own work while the hand pans and zooms at a zoom `times` that of the fitted map. */
  play: (times: number, frames: number) => Promise<number[]>
}

declare global {
  interface Window {
    openStage: (count: number, reducedMotion: boolean) => Promise<void>
    stage: Stage
  }
}

window.openStage = async (count, reducedMotion) => {
  const host = document.querySelector<HTMLElement>('#host')!
  const library = syntheticLibrary(count, 7)
  const source = syntheticSource()
  const told: unknown[][] = []
  const map = await createPhotoMap(host, source, {
    hover: (photo, at) => told.push(['hover', photo, at]),
    choose: (photos, mode, what) => told.push([
      'choose',
      [...photos],
      mode,
      what,
    ]),
    open: photo => told.push(['open', photo]),
    focus: photo => told.push(['focus', photo]),
    camera: camera => told.push(['camera', camera]),
  }, { theme: darkMapTheme, reducedMotion })
  map.setPhotos(library)
  map.setColours(library.ids.map(id => id % 3 === 0
    ? 0xE0700F
    : 0))
  map.setClusters(library.clusters, library.of)
  window.stage = {
    map,
    library,
    source,
    told,
    themes: { dark: darkMapTheme, light: lightMapTheme },
    pictureColour,
    settled: () => settled(map),
    play: (times, frames) => play(map, host, times, frames),
  }
}

function nextFrame(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => resolve()))
}

async function settled(map: PhotoMap): Promise<void> {
  let calm = 0
  while (calm < 4) {
    await nextFrame()
    const { loading, moving } = map.statistics()
    calm = loading || moving
      ? 0
      : calm + 1
  }
}

async function play(map: PhotoMap, host: HTMLElement, times: number, frames: number): Promise<number[]> {
  const canvas = host.querySelector('canvas')!
  const { left, top, width, height } = canvas.getBoundingClientRect()
  const x = left + width / 2
  const y = top + height / 2
  map.fit()
  await settled(map)
  map.zoomBy(times)
  await settled(map)
  const before = map.statistics().frames
  const point = (kind: string, dx: number, dy: number): boolean => (kind === 'pointerdown'
    ? canvas
    : window).dispatchEvent(new PointerEvent(kind, {
    pointerId: 1,
    clientX: x + dx,
    clientY: y + dy,
    bubbles: true,
  }))
  point('pointerdown', 0, 0)
  for (let frame = 1; frame <= frames; frame++) {
    const angle = frame / 9
    point('pointermove', 160 * Math.sin(angle), 120 * Math.sin(1.7 * angle))
    await nextFrame()
  }
  point('pointerup', 0, 0)
  for (let frame = 1; frame <= frames; frame++) {
    const deltaY = 100 * Math.sin(frame / 4)
    canvas.dispatchEvent(new WheelEvent('wheel', {
      deltaY,
      clientX: x + 50,
      clientY: y - 30,
      bubbles: true,
      cancelable: true,
    }))
    await nextFrame()
  }
  await settled(map)
  const { frames: after, frameMs } = map.statistics()
  return frameMs.slice(-(after - before))
}
