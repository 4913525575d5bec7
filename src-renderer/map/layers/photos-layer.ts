import type { ArrayTexture } from '../array-texture'
import type { MapTheme } from '../map-theme'
import type { PhotoSet } from '../photo-set'
import type { ViewUniforms } from '../view-uniforms'
import { BufferUsage, Container, Geometry, GlProgram, Buffer as GpuBuffer, Mesh, Shader, TextureSource, UniformGroup } from 'pixi.js'
import { largeSide } from '../large-thumbnails'
import { aspectShare, dashShare, pictureShare } from '../thumbnail-size'
import { rgbOf } from '../view-uniforms'
import { mostPages, photosFragment, photosVertex } from './photos-shader'

/** What the photos look like in this frame. */
export interface PhotosLook {
  /** CSS px of a thumbnail's side. */
  size: number
  /** How far photos have glided, 0 to 1. */
  progress: number
  /** Rows under the pointer and under the keyboard's cursor; −1 for none. */
  hover: number
  focus: number
  /** Whether any photo is selected. */
  selected: boolean
  /** How solid photos are that are not selected, 0 to 1. */
  held: number
  /** Whether a filter is on, and how solid photos are that it leaves out, 0 (hidden) to 1. */
  filtered: boolean
  leftOut: number
  /** Px of a thumbnail's side in the atlas texture. */
  cell: number
}

const columns = ['from', 'to', 'cells', 'large', 'colours', 'flags'] as const
type Column = typeof columns[number]

/** Draws all photos with one draw, and one more for those on top, whatever their number. */
export class PhotosLayer {
  readonly container = new Container()
  readonly #look: ReturnType<typeof lookUniforms>
  readonly #blank = blankArray()
  readonly #shaders: Shader[]
  readonly #meshes: Mesh<Geometry, Shader>[] = []
  #set: PhotoSet | null = null
  #buffers: Record<Column, GpuBuffer> | null = null

  constructor(view: ViewUniforms) {
    this.#look = lookUniforms()
    const glProgram = GlProgram.from({ vertex: photosVertex, fragment: photosFragment, name: 'photos' })
    this.#shaders = [0, 1].map(pass => new Shader({
      glProgram,
      resources: {
        view,
        look: this.#look,
        pass: new UniformGroup({
          uPass: { value: pass, type: 'f32' },
        }),
        uAtlas: this.#blank,
        uLarge: this.#blank,
      },
    }))
  }

  /** Takes other photos. */
  setPhotos(set: PhotoSet): void {
    this.#clear()
    if (set.count === 0)
      return
    const buffers = Object.fromEntries(columns.map((column) => {
      const buffer = new GpuBuffer({ data: perCorner(set[column], set.count), usage: BufferUsage.VERTEX | BufferUsage.COPY_DST })
      buffer.autoGarbageCollect = false
      return [column, buffer]
    })) as Record<Column, GpuBuffer>
    const geometry = new Geometry({
      topology: 'triangle-list',
      attributes: {
        aFrom: { buffer: buffers.from, format: 'float32x2' },
        aTo: { buffer: buffers.to, format: 'float32x2' },
        aCell: { buffer: buffers.cells, format: 'sint16x4' },
        aLarge: { buffer: buffers.large, format: 'sint16x2' },
        aColour: { buffer: buffers.colours, format: 'unorm8x4' },
        aFlags: { buffer: buffers.flags, format: 'unorm8x4' },
      },
      indexBuffer: quads(set.count),
    })
    geometry.autoGarbageCollect = false
    this.#set = set
    this.#buffers = buffers
    for (const shader of this.#shaders) {
      const mesh = new Mesh({ geometry, shader })
      this.#meshes.push(mesh)
      this.container.addChild(mesh)
    }
  }

  /** Sends a column that has changed to the GPU. */
  update(column: Column): void {
    if (!this.#buffers || !this.#set)
      return
    perCorner(this.#set[column], this.#set.count, this.#buffers[column].data as Uint32Array<ArrayBuffer>)
    this.#buffers[column].update()
  }

  setTextures(atlas: ArrayTexture | null, large: ArrayTexture | null): void {
    for (const shader of this.#shaders) {
      shader.resources.uAtlas = atlas?.source ?? this.#blank
      shader.resources.uLarge = large?.source ?? this.#blank
    }
  }

  /** [page] texture layer, −1 for none. */
  setAtlasLayers(layers: Float32Array<ArrayBuffer>): void {
    this.#look.uniforms.uLayers = layers
  }

  setTheme(theme: MapTheme): void {
    const { uniforms } = this.#look
    uniforms.uBackground.set(rgbOf(theme.background))
    uniforms.uDot.set(rgbOf(theme.dot))
    uniforms.uPlaceholder.set(rgbOf(theme.placeholder))
    uniforms.uSelection.set(rgbOf(theme.selection))
    uniforms.uCursor.set(rgbOf(theme.focus))
  }

  setLook(look: PhotosLook): void {
    const { uniforms } = this.#look
    uniforms.uProgress = look.progress
    uniforms.uSize = look.size
    uniforms.uPictures = pictureShare(look.size)
    uniforms.uAspect = aspectShare(look.size)
    uniforms.uRing = Math.min(4, Math.max(1.25, look.size * 0.055))
    uniforms.uHover = look.hover
    uniforms.uFocus = look.focus
    uniforms.uHeld = look.held
    uniforms.uOut = look.leftOut
    if (this.#meshes[1])
      this.#meshes[1].visible = look.selected || look.filtered || look.hover >= 0 || look.focus >= 0
    uniforms.uRoomy = dashShare(look.size)
    uniforms.uCell = look.cell
  }

  destroy(): void {
    this.#clear()
    for (const shader of this.#shaders)
      shader.destroy()
    this.#blank.destroy()
    this.container.destroy()
  }

  #clear(): void {
    const geometry = this.#meshes[0]?.geometry
    for (const mesh of this.#meshes)
      mesh.destroy()
    this.#meshes.length = 0
    geometry?.destroy(true)
    this.#buffers = null
    this.#set = null
  }
}

/**
 * A column with each photo's numbers four times, once per corner. (Instances of four corners would do with one, but
 * what draws without a graphics card takes each instance for a draw of its own, several times slower.)
 */
function perCorner(column: Float32Array | Int16Array | Uint8Array, count: number, into = new Uint32Array(column.byteLength)): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(column.buffer, column.byteOffset, column.byteLength / 4)
  const width = words.length / count
  for (let row = 0, at = 0; row < count; row++) {
    for (let corner = 0; corner < 4; corner++) {
      for (let word = 0; word < width; word++)
        into[at++] = words[width * row + word]
    }
  }
  return into
}

/** Two triangles per photo. */
function quads(count: number): Uint32Array {
  const indices = new Uint32Array(6 * count)
  for (let row = 0; row < count; row++)
    indices.set([4 * row, 4 * row + 1, 4 * row + 2, 4 * row + 2, 4 * row + 1, 4 * row + 3], 6 * row)
  return indices
}

function lookUniforms() {
  return new UniformGroup({
    uLayers: { value: new Float32Array(mostPages), type: 'vec4<f32>', size: mostPages / 4 },
    uProgress: { value: 1, type: 'f32' },
    uSize: { value: 1, type: 'f32' },
    uPictures: { value: 0, type: 'f32' },
    uAspect: { value: 0, type: 'f32' },
    uRing: { value: 1, type: 'f32' },
    uHover: { value: -1, type: 'f32' },
    uFocus: { value: -1, type: 'f32' },
    uHeld: { value: 1, type: 'f32' },
    uOut: { value: 0, type: 'f32' },
    uRoomy: { value: 0, type: 'f32' },
    uCell: { value: 64, type: 'f32' },
    uLargeSide: { value: largeSide, type: 'f32' },
    uBackground: {
      value: new Float32Array(3),
      type: 'vec3<f32>',
    },
    uDot: {
      value: new Float32Array(3),
      type: 'vec3<f32>',
    },
    uPlaceholder: {
      value: new Float32Array(3),
      type: 'vec3<f32>',
    },
    uSelection: {
      value: new Float32Array(3),
      type: 'vec3<f32>',
    },
    uCursor: {
      value: new Float32Array(3),
      type: 'vec3<f32>',
    },
  })
}

/** Stands in while there is no atlas or no large thumbnail: a sampler must have something of its own kind bound. */
function blankArray(): TextureSource {
  return new TextureSource({
    width: 1,
    height: 1,
    viewDimension: '2d-array',
    autoGarbageCollect: false,
  })
}
