import type { MapTheme } from './map-theme'

/**
 * Where the map's pictures come from. The map closes the bitmaps. They should be made from files' bytes: one made from
 * a canvas lies in the graphics card's memory already, and moving it holds the page up.
 */
export interface PhotoMapSource {
  /** 32 × 32 square-cropped thumbnails of `cell` px; where a photo lies in it says `atlasCellOf`. */
  atlas: (page: number, cell: 32 | 64) => Promise<ImageBitmap>
  /** Whole pictures of at most 256 px, in the order asked for; null for one that can't be had. */
  thumbnails: (photos: number[]) => Promise<(ImageBitmap | null)[]>
}

/** What a choice does to the photos chosen before. */
export type ChooseMode = 'replace' | 'add' | 'remove'
export type ChosenThing = 'photo' | 'cluster' | 'lasso' | 'nothing'
export type Tool = 'pan' | 'lasso'
export type Direction = 'left' | 'right' | 'up' | 'down'

/** A point on the canvas, CSS px from its top left. */
export interface CanvasPoint { x: number, y: number }

/** The map point in the middle of the canvas and the zoom, CSS px per map unit. */
export interface Camera { x: number, y: number, scale: number }

export interface PhotoMapEvents {
  hover: (photo: number | null, at: CanvasPoint) => void
  choose: (photos: Uint32Array, mode: ChooseMode, what: ChosenThing) => void
  /** A photo was double-clicked. */
  open: (photo: number) => void
  /** The keyboard's cursor went to another photo. */
  focus: (photo: number | null) => void
  /** The view moved; at most ten times a second, and once when it has come to rest. */
  camera: (camera: Camera) => void
}

/** A group of photos as the map draws it. */
export interface MapCluster {
  /** What `of` calls it. */
  index: number
  /** Written at its outline; null for no name. */
  name: string | null
  /** How many photos it holds: written behind the name, and larger groups' names have precedence. */
  photos: number
  /** How many of them are what the name says, where that is not all: written before the number of all. */
  part?: number
  /** 0xRRGGBB of its label, 0 for none. */
  colour: number
  /** x, y, x, y … of a closed polygon, map units. */
  outline: ArrayLike<number>
  x: number
  y: number
}

export interface MapPhotos {
  /** Rising. */
  ids: Uint32Array
  /** [N, 2] map units; y grows downward. */
  xy: Float32Array
  /** [N] width ÷ height. */
  aspects: Float32Array
}

export interface MapStatistics {
  photos: number
  /** CSS px of a thumbnail's side at the present zoom. */
  thumbnailSize: number
  /** The map's own script work of the last frames (at most 600), ms: input handlers and drawing; the newest last. */
  frameMs: number[]
  /** Frames drawn since the canvas was made: it stays put while nothing moves. */
  frames: number
  atlasPages: number
  /** Bytes of texture memory that atlas pages, thumbnails and what is kept of a map at rest take. */
  textureBytes: number
  largeThumbnails: number
  /** Whether what rests is kept as one picture. */
  kept: boolean
  /** Whether pictures are still on their way. */
  loading: boolean
  moving: boolean
}

export interface PhotoMapOptions {
  theme: MapTheme
  /** Whether photos and camera jump instead of gliding: asked whenever they are to move. */
  reducedMotion: () => boolean
}

export interface PhotoMap {
  /**
   * Shows a new set of photos at once, another library's perhaps: every picture is fetched anew. The view is fitted
   * unless the user has moved it.
   */
  setPhotos: (photos: MapPhotos) => void
  /** Photos glide to their new places; new ones fade in, gone ones out. `aspects` where there are new photos. */
  moveTo: (ids: Uint32Array, xy: Float32Array, aspects?: Float32Array) => void
  /**
   * [N] 0xRRGGBB in the order of the ids, 0 for none, and [N] 0 to 1: 1 draws a solid ring (labelled), less a dashed,
   * lighter one (suggested with that confidence). Without `strengths` all are labelled.
   */
  setColours: (colours: Uint32Array, strengths?: Float32Array) => void
  /** `of`: [N] cluster index in the order of the ids, −1 for a stray. */
  setClusters: (clusters: MapCluster[], of: Int32Array) => void
  setSelection: (photos: Uint32Array) => void
  /**
   * Leaves out all but the photos given: they are dimmed or hidden, and can't be pointed at, chosen or walked to. Null
   * leaves out none.
   */
  setFilter: (found: Uint32Array | null, hide: boolean) => void
  /** Marks the photos whose file is gone: paler, and struck through. */
  setGone: (photos: Iterable<number>) => void
  /**
   * Lays the photos out near their places so that at the present zoom none covers another, or back where they belong.
   * Photos that are placed anew are no longer spread.
   */
  setSpread: (spread: boolean) => void
  setTool: (tool: Tool) => void
  /** Glides to all photos, or to these. */
  fit: (photos?: Uint32Array) => void
  zoomBy: (factor: number) => void
  /** CSS px; positive moves the view right and down. */
  panBy: (dx: number, dy: number) => void
  /** Brings a map point into the middle at once. */
  lookAt: (x: number, y: number) => void
  /** Goes back to the view before, or forward again, if there is one. */
  goBack: () => void
  goForward: () => void
  focusPhoto: (photo: number | null) => void
  /** The keyboard's cursor goes to the next photo that way; the first step takes the one nearest the middle. */
  moveFocus: (direction: Direction) => void
  /** Where a photo's middle now is on the canvas; null for one that is not on the map. */
  screenOf: (photo: number) => CanvasPoint | null
  /** Whether there is room to draw a photo as a picture at this zoom; where pictures would lie over one another some are dots. */
  isPicture: (photo: number) => boolean
  cameraNow: () => Camera
  statistics: () => MapStatistics
  /** Takes the map off its canvas. */
  close: () => void
}

/** A canvas that fills its host and follows its size, with one map on it or several that share their pictures. */
export interface MapCanvas {
  /** Draws one more map where `pane` is, an element within the canvas's host that takes the hand's gestures. */
  open: (pane: HTMLElement, events: PhotoMapEvents) => PhotoMap
  setTheme: (theme: MapTheme) => void
  /** The pictures of these photos have changed: fetches them again. */
  invalidate: (photos: Uint32Array) => void
  /** Whether all maps look at the same place when one is moved. */
  setLinked: (linked: boolean) => void
  /**
   * Photos fly from where one map shows them to where another does: all in sight, or those of `photos`, which the other
   * map then brings into sight.
   */
  fly: (from: PhotoMap, to: PhotoMap, photos?: Uint32Array) => void
  /** Frees every texture, buffer and listener, and closes the maps. */
  destroy: () => void
}
