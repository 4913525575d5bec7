import type { ArrayTexture } from '../array-texture'
import type { MapTheme } from '../map-theme'
import type { PhotoSet } from '../photo-set'
import type { ViewUniforms } from '../view-uniforms'
import { BufferUsage, Container, Geometry, GlProgram, Buffer as GpuBuffer, Mesh, Shader, TextureSource, UniformGroup } from 'pixi.js'
import { areSame } from '../are-same'
import { largeSide } from '../large-thumbnails'
import { aspectShare, dashShare, pictureShare } from '../thumbnail-size'
import { rgbOf } from '../view-uniforms'
import { dotsFragment, dotsVertex, mostPages, photosFragment, photosVertex } from './photos-shader'

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
  /** Whether every photo is. */
  allSelected: boolean
  /** How solid photos are that are not selected, 0 to 1. */
  held: number
  /** How solid those that are selected or pointed at are, 0 to 1. */
  chosen: number
  /** Whether a filter is on, and how solid photos are that it leaves out, 0 (hidden) to 1. */
  filtered: boolean
  leftOut: number
  /** Px of a thumbnail's side in the atlas texture. */
  cell: number
}

/** Dots so near to another are not drawn, CSS px: of a dot's 3 to 5 px, less than a quarter would be seen. */
const hidden = 0.7

/** The columns of a set as attributes: bytes of a row, and what the shaders call them. */
const columns = {
  from: { attribute: 'aFrom', format: 'float32x2', bytes: 8 },
  to: { attribute: 'aTo', format: 'float32x2', bytes: 8 },
  reach: { attribute: 'aReach', format: 'float32x2', bytes: 8 },
  cells: { attribute: 'aCell', format: 'sint16x4', bytes: 8 },
  large: { attribute: 'aLarge', format: 'sint16x2', bytes: 4 },
  colours: { attribute: 'aColour', format: 'unorm8x4', bytes: 4 },
  flags: { attribute: 'aFlags', format: 'unorm8x4', bytes: 4 },
} as const
type Column = keyof typeof columns
const columnNames = Object.keys(columns) as Column[]

/** Draws all photos with a draw for dots, one for pictures, and one each for those on top, whatever their number. */
export class PhotosLayer {
  readonly container = new Container()
  readonly #look: ReturnType<typeof lookUniforms>
  readonly #blank = blankArray()
  /** Of dots, of pictures, and of what lies on top, in the order they are drawn. */
  readonly #shaders: [dots: Shader, pictures: Shader, topDots: Shader, topPictures: Shader]
  #meshes: [dots: PhotosMesh, pictures: PhotosMesh, topDots: PhotosMesh, topPictures: PhotosMesh] | null = null
  readonly #changed = new Set<Column>()
  #set: PhotoSet | null = null
  #buffers: Record<Column, GpuBuffer> | null = null

  constructor(view: ViewUniforms) {
    this.#look = lookUniforms()
    const dots = GlProgram.from({ vertex: dotsVertex, fragment: dotsFragment, name: 'dots' })
    const pictures = GlProgram.from({ vertex: photosVertex, fragment: photosFragment, name: 'photos' })
    const shader = (glProgram: GlProgram, pass: 0 | 1): Shader => new Shader({
      glProgram,
      resources: {
        view,
        look: this.#look,
        pass: new UniformGroup({
          uPass: { value: pass, type: 'f32' },
        }),
        ...(glProgram === pictures ? { uAtlas: this.#blank, uLarge: this.#blank } : {}),
      },
    })
    this.#shaders = [shader(dots, 0), shader(pictures, 0), shader(dots, 1), shader(pictures, 1)]
  }

  /** Takes other photos, or the same at other places: then only what differs is sent to the GPU. */
  setPhotos(set: PhotoSet): void {
    const before = this.#set
    if (before && this.#buffers && areSame(before.ids, set.ids)) {
      this.#set = set
      for (const column of columnNames) {
        if (!sameNumbers(before[column], set[column]))
          this.#changed.add(column)
      }
      return
    }
    this.#clear()
    if (set.count === 0)
      return
    const buffers = Object.fromEntries(columnNames.map((column) => {
      const buffer = new GpuBuffer({ data: perCorner(set[column], set.count), usage: BufferUsage.VERTEX | BufferUsage.COPY_DST })
      buffer.autoGarbageCollect = false
      return [column, buffer]
    })) as Record<Column, GpuBuffer>
    const attributes = (corners: number) => Object.fromEntries(columnNames.map((column) => {
      const { attribute, format, bytes } = columns[column]
      return [attribute, { buffer: buffers[column], format, stride: corners * bytes, offset: 0 }]
    }))
    const dots = new Geometry({ topology: 'point-list', attributes: attributes(4) })
    const quads = new Geometry({ topology: 'triangle-list', attributes: attributes(1), indexBuffer: quadsOf(set.count) })
    dots.autoGarbageCollect = quads.autoGarbageCollect = false
    this.#set = set
    this.#buffers = buffers
    const [dotShader, pictureShader, topDotShader, topPictureShader] = this.#shaders
    this.#meshes = [
      new Mesh({ geometry: dots, shader: dotShader }),
      new Mesh({ geometry: quads, shader: pictureShader }),
      new Mesh({ geometry: dots, shader: topDotShader }),
      new Mesh({ geometry: quads, shader: topPictureShader }),
    ]
    this.container.addChild(...this.#meshes)
  }

  /** A column has changed: the next frame sends it to the GPU. */
  update(column: Column): void {
    this.#changed.add(column)
  }

  setTextures(atlas: ArrayTexture | null, large: ArrayTexture | null): void {
    const [, pictures,, topPictures] = this.#shaders
    for (const shader of [pictures, topPictures]) {
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
    this.#send()
    const { uniforms } = this.#look
    uniforms.uProgress = look.progress
    uniforms.uSize = look.size
    uniforms.uPictures = pictureShare(look.size)
    uniforms.uAspect = aspectShare(look.size)
    uniforms.uRing = Math.min(4, Math.max(1.25, look.size * 0.055))
    uniforms.uHover = look.hover
    uniforms.uFocus = look.focus
    uniforms.uHeld = look.held
    uniforms.uChosen = look.chosen
    uniforms.uOut = look.leftOut
    if (this.#meshes) {
      const [dots, pictures, topDots, topPictures] = this.#meshes
      dots.visible = !look.allSelected
      pictures.visible = uniforms.uPictures > 0 && !look.allSelected
      topDots.visible = look.selected || look.filtered
      topPictures.visible = (topDots.visible && uniforms.uPictures > 0) || look.hover >= 0 || look.focus >= 0
    }
    // On the way places are others, and of some that are selected each must be seen, whoever lies beside it.
    uniforms.uHidden = look.progress < 1 || look.filtered || (look.selected && !look.allSelected) ? 0 : hidden
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

  #send(): void {
    for (const column of this.#changed) {
      if (!this.#buffers || !this.#set)
        break
      perCorner(this.#set[column], this.#set.count, this.#buffers[column].data as Uint32Array<ArrayBuffer>)
      this.#buffers[column].update()
    }
    this.#changed.clear()
  }

  #clear(): void {
    const geometries = new Set(this.#meshes?.map(({ geometry }) => geometry))
    for (const mesh of this.#meshes ?? [])
      mesh.destroy()
    for (const geometry of geometries)
      geometry.destroy(true)
    this.#meshes = null
    this.#buffers = null
    this.#set = null
    this.#changed.clear()
  }
}

type PhotosMesh = Mesh<Geometry, Shader>

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
function quadsOf(count: number): Uint32Array {
  const indices = new Uint32Array(6 * count)
  for (let row = 0, at = 0; row < count; row++) {
    const first = 4 * row
    indices[at++] = first
    indices[at++] = first + 1
    indices[at++] = first + 2
    indices[at++] = first + 2
    indices[at++] = first + 1
    indices[at++] = first + 3
  }
  return indices
}

function sameNumbers(some: ArrayLike<number>, others: ArrayLike<number>): boolean {
  for (let at = 0; at < some.length; at++) {
    if (some[at] !== others[at])
      return false
  }
  return some.length === others.length
}

function lookUniforms() {
  return new UniformGroup({
    uLayers: { value: new Float32Array(mostPages), type: 'vec4<f32>', size: mostPages / 4 },
    uProgress: { value: 1, type: 'f32' },
    uSize: { value: 1, type: 'f32' },
    uPictures: { value: 0, type: 'f32' },
    uAspect: { value: 0, type: 'f32' },
    uRing: { value: 1, type: 'f32' },
    uHidden: { value: 0, type: 'f32' },
    uHover: { value: -1, type: 'f32' },
    uFocus: { value: -1, type: 'f32' },
    uHeld: { value: 1, type: 'f32' },
    uChosen: { value: 1, type: 'f32' },
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
