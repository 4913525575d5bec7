import type { Bounds } from './camera'
import type { PhotoIndex } from './photo-index'
import type { PhotoSet } from './photo-set'
import { atlasCellOf } from '#shared/domain/atlas'
import { areSame } from './are-same'
import { mostPages } from './layers/photos-shader'
import { cellPage } from './photo-set'
import { roomShare } from './thinning'
import { aspectShare, pictureShare } from './thumbnail-size'

/** Atlas thumbnails are drawn up to this much larger than they are before a large one takes their place. */
const stretched = 1.2

/** What a map needs of the pictures that all maps of a canvas share. */
interface SharedPictures {
  /** Px of a thumbnail's side in the atlas texture. */
  readonly cell: number
  /** How many large thumbnails there is room for. */
  readonly capacity: number
  /** Makes room for so many pages; those that have grown are fetched again. */
  reserve: (pages: number, grown: Iterable<number>) => void
  /** The texture layer of a photo's large thumbnail; −1 while it can't be drawn. */
  layerOf: (photo: number) => number
  /** Fetches what the maps want. */
  ask: () => void
}

/** What one map wants of the pictures that all maps of a canvas share, and where on the GPU the pictures of its photos are. */
export class WantedPictures {
  /** Atlas pages in sight, the one with most photos first. */
  pages: number[] = []
  /** Photos in sight whose large thumbnail is wanted, those nearest to the middle first. */
  photos: number[] = []
  readonly #shared: SharedPictures
  #set: PhotoSet | null = null
  #changed = false

  constructor(shared: SharedPictures) {
    this.#shared = shared
  }

  /** Takes other photos. A page that got photos it did not have before is fetched again. */
  setPhotos(set: PhotoSet): void {
    const before = this.#set
    this.#set = set
    if (before && areSame(before.ids, set.ids))
      return
    let last = -1
    const grown = new Set<number>()
    for (let row = 0; row < set.live; row++) {
      const { page } = atlasCellOf(set.ids[row])
      last = Math.max(last, page)
      if (before && before.rowOf(set.ids[row]) < 0)
        grown.add(page)
    }
    this.#shared.reserve(last + 1, grown)
    for (let row = 0; row < set.count; row++)
      set.large[2 * row] = this.#shared.layerOf(set.ids[row])
  }

  /**
   * Asks for what is in sight and has room. `size`: CSS px of a thumbnail; `scale`: CSS px per map unit; `ratio`: device
   * px per CSS px; `sight`: map units, with the middle of the map in its middle.
   */
  want(index: PhotoIndex, size: number, scale: number, ratio: number, sight: Bounds): void {
    const set = this.#set
    this.photos = []
    if (set && pictureShare(size) > 0) {
      const rows = index.inBounds(sight).filter(row => roomShare(set.reach[2 * row + 1], scale, size) > 0)
      this.pages = pagesOf(set, rows)
      const coarse = size * ratio > stretched * this.#shared.cell || aspectShare(size) > 0
      if (coarse)
        this.photos = nearestFirst(set, rows, sight, this.#shared.capacity)
    }
    this.#shared.ask()
  }

  /** A photo got its layer of the large thumbnails, or lost it (−1). */
  take(photo: number, layer: number): void {
    const row = this.#set?.rowOf(photo) ?? -1
    if (row < 0)
      return
    this.#set!.large[2 * row] = layer
    this.#changed = true
  }

  /** Whether the photos' `large` column has changed since this was asked last. */
  changed(): boolean {
    const changed = this.#changed
    this.#changed = false
    return changed
  }
}

/** The pages of these rows, the one with most of them first. */
function pagesOf(set: PhotoSet, rows: ArrayLike<number>): number[] {
  const photos = new Uint32Array(mostPages)
  for (let at = 0; at < rows.length; at++)
    photos[set.cells[4 * rows[at] + cellPage]]++
  return Array.from(photos.keys())
    .filter(page => photos[page] > 0)
    .sort((a, b) => photos[b] - photos[a] || a - b)
}

function nearestFirst(set: PhotoSet, rows: number[], sight: Bounds, most: number): number[] {
  const x = (sight.left + sight.right) / 2
  const y = (sight.top + sight.bottom) / 2
  const far = (row: number): number => (set.to[2 * row] - x) ** 2 + (set.to[2 * row + 1] - y) ** 2
  return rows.sort((a, b) => far(a) - far(b)).slice(0, most).map(row => set.ids[row])
}
