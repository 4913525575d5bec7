import type { MapCanvas, PhotoMap, PhotoMapEvents } from '../../../../src-renderer/map/photo-map-types'
import type { SyntheticLibrary, SyntheticSource } from './synthetic-library'
import { createMapCanvas } from '../../../../src-renderer/map/map-canvas'
import { darkMapTheme, lightMapTheme } from '../../../../src-renderer/map/map-theme'

import { pictureColour, syntheticLibrary, syntheticSource } from './synthetic-library'

/** A page with nothing but a map on it, for tests and benchmarks; they find it as `window.stage`. */
export interface Stage {
  canvas: MapCanvas
  map: PhotoMap
  library: SyntheticLibrary
  source: SyntheticSource
  /** What the map has told: the event's name and what came with it, photos as plain arrays. */
  told: unknown[][]
  themes: { dark: typeof darkMapTheme, light: typeof lightMapTheme }
  pictureColour: typeof pictureColour
  /** Opens a second map on the right half of the canvas, turned upside down, which tells into `told` too. */
  openBeside: () => PhotoMap
  /** Waits until nothing moves and no picture is on its way. */
  settled: () => Promise<void>
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
  const events = (told: unknown[][]): PhotoMapEvents => ({
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
  })
  const canvas = await createMapCanvas(host, source, { theme: darkMapTheme, reducedMotion: () => reducedMotion })
  const pane = host.appendChild(document.createElement('div'))
  pane.id = 'pane'
  const map = canvas.open(pane, events(told))
  map.setPhotos(library)
  map.setColours(library.ids.map(id => id % 3 === 0
    ? 0xE0700F
    : 0))
  map.setClusters(library.clusters, library.of)
  window.stage = {
    canvas,
    map,
    library,
    source,
    told,
    themes: { dark: darkMapTheme, light: lightMapTheme },
    pictureColour,
    openBeside() {
      document.body.classList.add('two')
      const beside = host.appendChild(document.createElement('div'))
      beside.id = 'beside'
      const second = canvas.open(beside, events(told))
      second.setPhotos({ ...library, xy: library.xy.map((value, at) => at % 2 ? -value : value) })
      return second
    },
    settled: () => settled(map),
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
