import type { Viewport } from './camera'
import type { PhotosLook } from './layers/photos-layer'
import type { MapPictures } from './map-pictures'
import type { MapTheme } from './map-theme'
import type { Camera } from './photo-map-types'
import { Container } from 'pixi.js'
import { ClustersLayer, outlinePad } from './layers/clusters-layer'
import { NamesLayer } from './layers/names-layer'
import { PhotosLayer } from './layers/photos-layer'
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

/** One map's layers in the order they are drawn. */
export class MapScene {
  readonly photos: PhotosLayer
  readonly clusters: ClustersLayer
  readonly names: NamesLayer
  readonly stage = new Container()
  readonly #view = viewUniforms()

  constructor(theme: MapTheme) {
    this.photos = new PhotosLayer(this.#view)
    this.clusters = new ClustersLayer(this.#view, theme)
    this.names = new NamesLayer(theme)
    this.stage.addChild(this.clusters.mesh, this.photos.container, this.names.container)
    this.setTheme(theme)
  }

  setTheme(theme: MapTheme): void {
    this.photos.setTheme(theme)
    this.clusters.setTheme(theme)
    this.names.setTheme(theme)
  }

  /** `ratio`: device px per CSS px. */
  setRatio(ratio: number): void {
    this.names.setRatio(ratio)
  }

  /** Takes the pictures as they are on the GPU now. */
  take(pictures: MapPictures | null): void {
    this.photos.setTextures(pictures?.atlas ?? null, pictures?.large ?? null)
    if (pictures)
      this.photos.setAtlasLayers(pictures.atlasLayers)
  }

  /** Sets everything for the next frame; says whether it needs another one. `cell`: px of a thumbnail's side in the atlas texture. */
  arrange(look: SceneLook, cell: number, ratio: number): boolean {
    const { camera, viewport } = look
    setViewUniforms(this.#view, camera, viewport.width, viewport.height, ratio)
    this.photos.setLook({ ...look, scale: camera.scale, cell })
    this.clusters.setLook(camera.scale, look.size, look.clusters, look.highlight)
    return this.names.place(camera, viewport, outlinePad(look.size), look.clusters)
  }

  destroy(): void {
    this.photos.destroy()
    this.clusters.destroy()
    this.names.destroy()
    this.stage.destroy()
  }
}
