import type { WebGLRenderer } from 'pixi.js'
import type { Viewport } from './camera'
import type { PhotosLook } from './layers/photos-layer'
import type { MapPictures } from './map-pictures'
import type { MapTheme } from './map-theme'
import type { Camera } from './photo-map-types'
import { Container } from 'pixi.js'
import { ClustersLayer, outlinePad } from './layers/clusters-layer'
import { LassoLayer } from './layers/lasso-layer'
import { NamesLayer } from './layers/names-layer'
import { PhotosLayer } from './layers/photos-layer'
import { setViewUniforms, viewUniforms } from './view-uniforms'

/** What a frame shows besides the photos themselves. */
export interface SceneLook extends Omit<PhotosLook, 'cell'> {
  camera: Camera
  viewport: Viewport
  /** How visible outlines and names are, 0 to 1. */
  clusters: number
  /** The cluster whose outline stands out; −1 for none. */
  highlight: number
}

/** The layers in the order they are drawn, and the renderer that draws them. */
export class MapScene {
  readonly photos: PhotosLayer
  readonly clusters: ClustersLayer
  readonly names: NamesLayer
  readonly lasso: LassoLayer
  readonly #renderer: WebGLRenderer
  readonly #view = viewUniforms()
  readonly #stage = new Container()
  #ratio = 1

  constructor(renderer: WebGLRenderer, theme: MapTheme) {
    this.#renderer = renderer
    this.photos = new PhotosLayer(this.#view)
    this.clusters = new ClustersLayer(this.#view, theme)
    this.names = new NamesLayer(theme)
    this.lasso = new LassoLayer(this.#view)
    this.#stage.addChild(this.clusters.mesh, this.photos.container, this.names.container, this.lasso.mesh)
    this.setTheme(theme)
  }

  get ratio(): number {
    return this.#ratio
  }

  setTheme(theme: MapTheme): void {
    this.#renderer.background.color = theme.background
    this.photos.setTheme(theme)
    this.clusters.setTheme(theme)
    this.names.setTheme(theme)
  }

  /** `ratio`: device px per CSS px. */
  resize(viewport: Viewport, ratio: number): void {
    this.#ratio = ratio
    this.#renderer.resize(viewport.width, viewport.height, ratio)
    this.names.setRatio(ratio)
  }

  draw(look: SceneLook, pictures: MapPictures): void {
    const { camera, viewport } = look
    setViewUniforms(this.#view, camera, viewport.width, viewport.height, this.#ratio)
    this.photos.setTextures(pictures.atlas, pictures.large)
    this.photos.setAtlasLayers(pictures.atlasLayers)
    pictures.sweep()
    this.photos.setLook({ ...look, cell: pictures.cell })
    this.clusters.setLook(look.size, look.clusters, look.highlight)
    this.names.place(camera, viewport, outlinePad(look.size), look.clusters)
    this.#renderer.render({ container: this.#stage })
  }

  destroy(): void {
    this.photos.destroy()
    this.clusters.destroy()
    this.names.destroy()
    this.lasso.destroy()
    this.#stage.destroy()
    this.#renderer.destroy({ removeView: true })
  }
}
