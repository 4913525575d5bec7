import type { MapCluster, MapPhotos, PhotoMapSource } from '../../../../src-renderer/map/photo-map-types'
import { atlasAcross, atlasCells } from '#shared/domain/atlas'

export interface SyntheticLibrary extends MapPhotos {
  clusters: MapCluster[]
  of: Int32Array
}

/** Photos 1 … count in round heaps of different sizes strewn over the map, a tenth of them astray. */
export function syntheticLibrary(count: number, seed: number): SyntheticLibrary {
  const random = randomFrom(seed)
  const heaps = Math.max(4, Math.min(60, Math.round(count ** 0.4)))
  const middles = Array.from({ length: heaps }, () => ({
    x: 1.8 * random() - 0.9,
    y: 1.8 * random() - 0.9,
    radius: (0.3 + 0.7 * random()) * 0.7 / Math.sqrt(heaps),
  }))
  const ids = new Uint32Array(count)
  const xy = new Float32Array(2 * count)
  const aspects = new Float32Array(count)
  const of = new Int32Array(count)
  for (let row = 0; row < count; row++) {
    ids[row] = row + 1
    aspects[row] = [1.5, 0.667, 1.333, 1][row % 4]
    of[row] = random() < 0.1
      ? -1
      : Math.floor(random() * heaps)
    const heap = middles[of[row]]
    const angle = 2 * Math.PI * random()
    const distance = Math.sqrt(random())
    xy[2 * row] = heap
      ? heap.x + heap.radius * distance * Math.cos(angle)
      : 2 * random() - 1
    xy[2 * row + 1] = heap
      ? heap.y + heap.radius * distance * Math.sin(angle)
      : 2 * random() - 1
  }
  const clusters = middles.map(({ x, y, radius }, index) => ({
    index,
    name: `Heap ${index}`,
    photos: of.filter(cluster => cluster === index).length,
    colour: index % 2 === 0
      ? 0x2F8FD8
      : 0,
    outline: Array.from({ length: 24 }, (_, at) => [
      x + 1.05 * radius * Math.cos(Math.PI * at / 12),
      y + 1.05 * radius * Math.sin(Math.PI * at / 12),
    ]).flat(),
    x,
    y,
  }))
  return { ids, xy, aspects, clusters, of }
}

/** The plain colour that stands for a photo's picture, or for what it was edited to: [red, green, blue], 0 to 255. */
export function pictureColour(photo: number, edition = 0): [number, number, number] {
  const hue = photo + 1711 * edition
  return [40 + (hue * 37) % 200, 40 + (hue * 101) % 200, 40 + (hue * 59) % 200]
}

export interface SyntheticSource extends PhotoMapSource {
  /** Pages and photos that were asked for. */
  pages: number[]
  photos: number[]
  /** What edited photos were edited to. */
  editions: Map<number, number>
}

/** Pictures in plain colours. */
export function syntheticSource(): SyntheticSource {
  const pages: number[] = []
  const photos: number[] = []
  const editions = new Map<number, number>()
  const colourOf = (photo: number): [number, number, number] => pictureColour(photo, editions.get(photo))
  return {
    pages,
    photos,
    editions,
    atlas: async (page, cell) => {
      pages.push(page)
      const image = new ImageData(atlasAcross * cell, atlasAcross * cell)
      const pixels = new Uint32Array(image.data.buffer)
      for (let at = 0; at < atlasCells; at++)
        fill(pixels, image.width, (at % atlasAcross) * cell, Math.floor(at / atlasAcross) * cell, cell, cell, colourOf(page * atlasCells + at + 1))
      return createImageBitmap(image)
    },
    thumbnails: async (wanted) => {
      photos.push(...wanted)
      return Promise.all(wanted.map((photo) => {
        const image = new ImageData(256, 171)
        fill(new Uint32Array(image.data.buffer), 256, 0, 0, 256, 171, colourOf(photo))
        return createImageBitmap(image)
      }))
    },
  }
}

function fill(pixels: Uint32Array, across: number, x: number, y: number, width: number, height: number, [red, green, blue]: [number, number, number]): void {
  const colour = (0xFF000000 | blue << 16 | green << 8 | red) >>> 0
  for (let row = y; row < y + height; row++)
    pixels.fill(colour, row * across + x, row * across + x + width)
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6D2B79F5) >>> 0
    let mixed = Math.imul(state ^ state >>> 15, state | 1)
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61)
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296
  }
}
