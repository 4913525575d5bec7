import type { ArrayTexture } from '../array-texture'
import type { DotLists, PictureLists } from '../draw-order'
import type { MapTheme } from '../map-theme'
import type { PhotoSet } from '../photo-set'
import type { ViewUniforms } from '../view-uniforms'
import type { Column } from './photos-geometry'
import { Container, GlProgram, Shader, TextureSource, UniformGroup } from 'pixi.js'
import { areSame } from '../are-same'
import { countOf, dotLists, pictureLists, rowsByRoom } from '../draw-order'
import { largeSide } from '../large-thumbnails'
import { nearest } from '../thinning'
import { aspectShare, dashShare, pictureShare } from '../thumbnail-size'
import { rgbOf } from '../view-uniforms'
import { columnNames, PhotosGeometry } from './photos-geometry'
import { dotRing, dotsFragment, dotSide, dotsVertex, mostPages, photosFragment, photosVertex } from './photos-shader'
import { RowsDraw } from './rows-draw'

/** What the photos look like in this frame. */
export interface PhotosLook {
  /** CSS px per map unit. */
  scale: number
  /** CSS px of a thumbnail's side. */
  size: number
  /** How far photos have glided, 0 to 1. */
  progress: number
  /** Rows under the pointer and under the keyboard's cursor; −1 for none. */
  hover: number
  focus: number
  /** How solid photos are that are not selected, 0 to 1. */
  held: number
  /** How solid those that are selected or pointed at are, 0 to 1. */
  chosen: number
  /** How solid photos are that a filter leaves out, 0 (hidden) to 1. */
  leftOut: number
  /** Px of a thumbnail's side in the atlas texture. */
  cell: number
}

/** Dots so near to another are not drawn, as a share of what is drawn of a dot: less than a third would be seen. */
const hidden = 0.3

/** What is drawn, one after the other: dots, those among them that must be seen, pictures, dots and pictures over the rest, and what is pointed at. */
const passes = [['points', 0], ['points', 0], ['quads', 0], ['points', 1], ['points', 1], ['quads', 1], ['quads', 2]] as const
type PerPass<Kind> = [dots: Kind, dotsSeen: Kind, pictures: Kind, dotsOver: Kind, dotsSeenOver: Kind, picturesOver: Kind, pointed: Kind]

const noPictures: PictureLists = { under: new Uint32Array(), over: new Uint32Array() }

/** Draws photos with as many draws as there are passes, whatever their number. */
export class PhotosLayer {
  /** Those beneath, and those that lie over the rest. */
  readonly under = new Container()
  readonly over = new Container()
  /** Goes up when photos are others, elsewhere, or look otherwise than by being selected. */
  version = 0
  readonly #look: ReturnType<typeof lookUniforms>
  readonly #blank = blankArray()
  readonly #shaders: Shader[]
  #geometry: PhotosGeometry | null = null
  #draws: PerPass<RowsDraw> | null = null
  /** Who is drawn when; null while that has to be found out. */
  #byRoom: Uint32Array | null = null
  #dots: DotLists | null = null
  #pictures: PictureLists | null = null
  /** The rows pointed at. */
  #pointed = new Uint32Array()
  readonly #changed = new Set<Column>()
  #set: PhotoSet | null = null

  constructor(view: ViewUniforms) {
    this.#look = lookUniforms()
    const programs = {
      points: GlProgram.from({ vertex: dotsVertex, fragment: dotsFragment, name: 'dots' }),
      quads: GlProgram.from({ vertex: photosVertex, fragment: photosFragment, name: 'photos' }),
    }
    this.#shaders = passes.map(([kind, pass]) => new Shader({
      glProgram: programs[kind],
      resources: {
        view,
        look: this.#look,
        pass: new UniformGroup({
          uPass: { value: pass, type: 'f32' },
        }),
        ...(kind === 'quads' ? { uAtlas: this.#blank, uLarge: this.#blank } : {}),
      },
    }))
  }

  /** Takes other photos, or the same at other places: then only what differs is sent to the GPU. */
  setPhotos(set: PhotoSet): void {
    this.version++
    const before = this.#set
    if (before && areSame(before.ids, set.ids)) {
      this.#set = set
      this.#byRoom = this.#dots = this.#pictures = null
      for (const column of columnNames) {
        if (!areSame(before[column], set[column]))
          this.#changed.add(column)
      }
      return
    }
    this.#clear()
    if (set.count === 0)
      return
    const geometry = new PhotosGeometry(set)
    this.#set = set
    this.#geometry = geometry
    this.#draws = passes.map(([kind], at) => new RowsDraw(kind, geometry.draw(kind), this.#shaders[at])) as PerPass<RowsDraw>
    const meshes = this.#draws.map(({ mesh }) => mesh)
    const first = passes.findIndex(([, pass]) => pass > 0)
    this.under.addChild(...meshes.slice(0, first))
    this.over.addChild(...meshes.slice(first))
  }

  /** How many dots the last look has beneath the rest. */
  get dots(): number {
    return this.#draws ? this.#draws[0].count + this.#draws[1].count : 0
  }

  /** A column has changed: the next frame sends it to the GPU. */
  update(column: Column): void {
    this.version++
    this.#changed.add(column)
  }

  /** Others are selected. */
  select(): void {
    this.#changed.add('flags')
  }

  setTextures(atlas: ArrayTexture | null, large: ArrayTexture | null): void {
    for (const [at, [kind]] of passes.entries()) {
      if (kind === 'points')
        continue
      this.#shaders[at].resources.uAtlas = atlas?.source ?? this.#blank
      this.#shaders[at].resources.uLarge = large?.source ?? this.#blank
    }
  }

  /** [page] texture layer, −1 for none. */
  setAtlasLayers(layers: Float32Array<ArrayBuffer>): void {
    this.#look.uniforms.uLayers = layers
  }

  setTheme(theme: MapTheme): void {
    this.version++
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
    uniforms.uRoomy = dashShare(look.size)
    uniforms.uCell = look.cell
    this.#show(look)
  }

  destroy(): void {
    this.#clear()
    for (const shader of this.#shaders)
      shader.destroy()
    this.#blank.destroy()
    this.under.destroy()
    this.over.destroy()
  }

  /** Draws as few rows as will do: what draws without a graphics card takes its time for each. */
  #show({ scale, size, progress, hover, focus }: PhotosLook): void {
    if (!this.#draws || !this.#set)
      return
    const set = this.#set
    const [dots, dotsSeen, pictures, dotsOver, dotsSeenOver, picturesOver, pointed] = this.#draws
    // On the way places are others, and with them who lies beside whom.
    const isStill = progress >= 1
    const apart = (side: number): number => isStill ? hidden * side / scale : 0
    const byRoom = this.#byRoom ??= rowsByRoom(set)
    const { crowd, seen, crowdOver, seenOver } = this.#dots ??= dotLists(set, byRoom)
    dots.show(crowd, countOf(set, crowd, apart(dotSide(size))))
    dotsSeen.show(seen)
    dotsOver.show(crowdOver, countOf(set, crowdOver, apart(dotSide(size) + 2 * dotRing)))
    dotsSeenOver.show(seenOver)
    const { under, over } = pictureShare(size) > 0 ? this.#pictures ??= pictureLists(set, byRoom) : noPictures
    const room = isStill ? nearest * size / scale : 0
    pictures.show(under, countOf(set, under, room))
    picturesOver.show(over, countOf(set, over, room))
    // What is under the pointer lies over what the cursor is on.
    const rows = [focus, hover].filter(row => row >= 0)
    if (rows.length !== this.#pointed.length || rows.some((row, at) => row !== this.#pointed[at]))
      this.#pointed = Uint32Array.from(rows)
    pointed.show(this.#pointed)
  }

  #send(): void {
    for (const column of this.#changed) {
      if (!this.#geometry || !this.#set)
        break
      this.#geometry.send(column, this.#set)
      if (column === 'reach')
        this.#byRoom = null
      if (column === 'reach' || column === 'colours' || column === 'flags')
        this.#dots = this.#pictures = null
    }
    this.#changed.clear()
  }

  #clear(): void {
    for (const { mesh } of this.#draws ?? [])
      mesh.destroy()
    this.#geometry?.destroy()
    this.#draws = null
    this.#geometry = null
    this.#byRoom = this.#dots = this.#pictures = null
    this.#set = null
    this.#changed.clear()
  }
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
