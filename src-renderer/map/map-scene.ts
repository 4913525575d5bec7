import type { WebGLRenderer } from 'pixi.js'
import type { Viewport } from './camera'
import type { PhotosLook } from './layers/photos-layer'
import type { MapPictures } from './map-pictures'
import type { MapTheme } from './map-theme'
import type { Camera } from './photo-map-types'
import { Container } from 'pixi.js'
import { areSame } from './are-same'
import { ClustersLayer, outlinePad } from './layers/clusters-layer'
import { KeptPicture } from './layers/kept-picture'
import { NamesLayer } from './layers/names-layer'
import { PhotosLayer } from './layers/photos-layer'
import { pictureShare } from './thumbnail-size'
import { setViewUniforms, viewUniforms } from './view-uniforms'

/** What a frame shows besides the photos themselves. */
export interface SceneLook extends Omit<PhotosLook, 'cell' | 'scale'> {
  camera: Camera
  viewport: Viewport
  /** How visible outlines and names are, 0 to 1. */
  clusters: number
  /** The cluster whose outline stands out; −1 for none. */
  highlight: number
}

/** Fewer dots are drawn as fast as a picture of them is copied. */
const worthKeeping = 4_000

/**
 * One map's layers in the order they are drawn. Of a map of many dots that rests, outlines and dots are kept as a
 * picture, which is drawn in their place until they would look otherwise: a frame in which photos are chosen or pointed at
 * then draws only those.
 */
export class MapScene {
  readonly photos: PhotosLayer
  readonly clusters: ClustersLayer
  readonly names: NamesLayer
  readonly stage = new Container()
  readonly #view = viewUniforms()
  readonly #grounds = new Container()
  readonly #picture = new KeptPicture()
  /** What the picture shows; null where it shows nothing that is of use. */
  #kept: number[] | null = null
  /** What the last frame showed. */
  #arranged: number[] | null = null
  #look: PhotosLook & SceneLook | null = null
  #ratio = 1
  #theme: MapTheme

  constructor(theme: MapTheme) {
    this.#theme = theme
    this.photos = new PhotosLayer(this.#view)
    this.clusters = new ClustersLayer(this.#view, theme)
    this.names = new NamesLayer(theme)
    this.#grounds.addChild(this.clusters.mesh)
    this.stage.addChild(
      this.#grounds,
      this.#picture.mesh,
      this.clusters.litMesh,
      this.photos.under,
      this.photos.over,
      this.names.container,
    )
    this.setTheme(theme)
  }

  setTheme(theme: MapTheme): void {
    this.#theme = theme
    this.photos.setTheme(theme)
    this.clusters.setTheme(theme)
    this.names.setTheme(theme)
  }

  /** `ratio`: device px per CSS px. */
  setRatio(ratio: number): void {
    this.#ratio = ratio
    this.names.setRatio(ratio)
  }

  /** Takes the pictures as they are on the GPU now. */
  take(pictures: MapPictures | null): void {
    this.photos.setTextures(pictures?.atlas ?? null, pictures?.large ?? null)
    if (pictures)
      this.photos.setAtlasLayers(pictures.atlasLayers)
  }

  /** Sets everything for the next frame; says whether it needs another one. `cell`: px of a thumbnail's side in the atlas texture. */
  arrange(look: SceneLook, cell: number): boolean {
    const { camera, viewport } = look
    this.#look = { ...look, scale: camera.scale, cell }
    setViewUniforms(this.#view, camera, viewport.width, viewport.height, this.#ratio)
    this.photos.setLook(this.#look)
    this.clusters.setLook(camera.scale, look.size, look.clusters, look.highlight)
    const shown = this.#shown()
    const isKept = shown !== null && this.#kept !== null && areSame(this.#kept, shown)
    this.#arranged = shown
    this.#picture.show(isKept, look.held)
    this.#grounds.visible = this.photos.under.visible = !isKept
    if (!isKept)
      this.#kept = null
    return this.names.place(camera, viewport, outlinePad(look.size), look.clusters)
  }

  /** Keeps outlines and dots as they were in the last frame; nothing may be selected. */
  keep(renderer: WebGLRenderer): void {
    const shown = this.#shown()
    // What has changed since that frame is seen in the next one, and kept after it.
    const isArranged = shown !== null && this.#arranged !== null && areSame(this.#arranged, shown)
    if (this.#kept || !isArranged || this.photos.dots < worthKeeping)
      return
    const look = this.#look!
    this.#grounds.visible = this.photos.under.visible = true
    this.photos.setLook({ ...look, hover: -1, focus: -1, held: 1, chosen: 1 })
    this.#picture.take(renderer, this.#grounds, this.photos.under, this.#theme.background, look.viewport, this.#ratio)
    this.#kept = shown
  }

  /** What was kept is gone with the WebGL context. */
  forget(): void {
    this.#kept = null
    this.#picture.forget()
  }

  /** Whether a picture is drawn in place of outlines and dots. */
  get isKept(): boolean {
    return this.#kept !== null
  }

  /** Bytes of the picture in the GPU's memory. */
  get keptBytes(): number {
    return this.#picture.bytes
  }

  destroy(): void {
    this.photos.destroy()
    this.clusters.destroy()
    this.names.destroy()
    this.#picture.destroy()
    this.#grounds.destroy()
    this.stage.destroy()
  }

  /** All that outlines and dots depend on; null where they can't be kept: while photos glide, are pictures, or are dimmed by a filter and not by the choice. */
  #shown(): number[] | null {
    if (!this.#look)
      return null
    const { camera, viewport, size, progress, leftOut, clusters } = this.#look
    return progress < 1 || pictureShare(size) > 0 || leftOut > 0
      ? null
      : [this.photos.version, this.clusters.version, camera.x, camera.y, camera.scale, viewport.width, viewport.height, this.#ratio, size, clusters]
  }
}
