import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { PhotoMetadata } from '#main/photos/photo-metadata'
import { backboneOf, classNamesOf } from '#main/app/backbone-in-use'
import { pace } from '#main/matrix/pace'
import { photoRecords } from '#main/store/photos'

/** One property of all photos: each has up to `width` values, as indices into `values`, −1 for none. */
export interface SearchColumn {
  values: string[]
  width: number
  /** [N, width] */
  codes: Int32Array
}

/** What is searched, photo by photo: it changes only with the photos themselves. */
export interface SearchIndex {
  /** Rising. */
  ids: Uint32Array
  /** Lower case: path, camera, lens, date and classes of each photo. */
  texts: string[]
  folder: SearchColumn
  /** Years and months, `2024` and `2024-05`. */
  date: SearchColumn
  camera: SearchColumn
  /** Whole degrees, `48,2` for 48° N to 49° N and 2° E to 3° E. */
  place: SearchColumn
  /** What the network takes it for, where it is fairly sure. */
  class: SearchColumn
}

const classesKept = 3
const surely = 0.15
const rowsAtATime = 1_000

/** The index of a library, from memory unless its photos have changed. */
export function searchIndexOf(context: CoreContext, library: OpenLibrary): Promise<SearchIndex> {
  const backbone = backboneOf(library)
  return library.remember(`search by ${backbone}`, () => build(context, library, backbone))
}

async function build(context: CoreContext, library: OpenLibrary, backbone: string): Promise<SearchIndex> {
  const records = await photoRecords(library.db)
  const ids = Uint32Array.from(records, record => record.id)
  const names = await classNamesOf(context, backbone)
  const scores = await library.classScoresOf(ids, backbone)
  const folder = columnOf(ids.length, 1)
  const date = columnOf(ids.length, 2)
  const camera = columnOf(ids.length, 1)
  const place = columnOf(ids.length, 1)
  const classes = columnOf(ids.length, classesKept)
  const texts: string[] = []
  const rest = pace('Reading what can be searched')
  for (const [row, { path, metadata }] of records.entries()) {
    if (row % rowsAtATime === 0)
      await rest()
    const { takenAt, camera: model, lens, latitude, longitude } = metadata as PhotoMetadata
    folder.put(row, [path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''])
    date.put(row, takenAt ? [takenAt.slice(0, 4), takenAt.slice(0, 7)] : [])
    camera.put(row, model ? [model] : [])
    place.put(row, latitude !== undefined && longitude !== undefined ? [`${Math.floor(latitude)},${Math.floor(longitude)}`] : [])
    const seen: string[] = []
    for (let i = 0; i < classesKept; i++) {
      if (names && scores.scores[row * scores.k + i] >= surely)
        seen.push(names[scores.classes[row * scores.k + i]])
    }
    classes.put(row, seen)
    texts.push([path, model, lens, takenAt?.slice(0, 10), ...seen].filter(part => part !== undefined).join('\n').toLowerCase())
  }
  return { ids, texts, folder: folder.column, date: date.column, camera: camera.column, place: place.column, class: classes.column }
}

function columnOf(rows: number, width: number): { column: SearchColumn, put: (row: number, values: string[]) => void } {
  const column: SearchColumn = { values: [], width, codes: new Int32Array(rows * width).fill(-1) }
  const codes = new Map<string, number>()
  return {
    column,
    put(row, values) {
      for (let i = 0; i < values.length; i++) {
        let code = codes.get(values[i])
        if (code === undefined) {
          code = column.values.push(values[i]) - 1
          codes.set(values[i], code)
        }
        column.codes[row * width + i] = code
      }
    },
  }
}
