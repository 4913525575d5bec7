import type { Random } from '#main/matrix/random'
import type { PhotoId, SpaceId } from '#shared/domain/ids'
import type { Heaps } from '#tests/bench/map/heaps'
import type { DrawnJpeg } from '#tests/bench/map/numbered-jpegs'
import { createHash } from 'node:crypto'
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OpenLibrary } from '#main/app/open-library'
import { random } from '#main/matrix/random'
import { composeAtlasPage } from '#main/photos/atlas-page'
import { saveClassScores } from '#main/store/class-scores'
import { addPhoto, countPhotos, saveFacts } from '#main/store/photos'
import { addProjection, projectionOfSpace } from '#main/store/projections'
import { setSetting } from '#main/store/settings'
import { addSpace, spaceOfTap } from '#main/store/spaces'
import { atlasStamp, saveAtlasPage, savedAtlasPage, saveThumbnail, thumbnailOf } from '#main/store/thumbnail-cache'
import { saveVector } from '#main/store/vectors'
import { atlasAcross, atlasCells } from '#shared/domain/atlas'
import { heapsOf } from '#tests/bench/map/heaps'
import { drawnJpegs, numbered } from '#tests/bench/map/numbered-jpegs'

/** Raise it when the libraries are to be made anew. */
const edition = 1
const backbone = 'efficientnet-lite0'
const taps = [
  { tap: 'pooled', dimensions: 1280 },
  { tap: 'stage-6', dimensions: 192 },
] as const
const atATime = 2_000
const eachKind = 40
const takenMs = 1_500_000_000_000

/** A library that was made, with two maps of its photos. */
export interface MadeLibrary {
  folder: string
  file: string
  photos: number
  /** The spaces of its two maps; the first is shown. */
  spaces: SpaceId[]
}

/**
 * A library of so many photos in the system's temporary folder: real JPEGs in a folder, no two the same, and rows
 * written straight into the library as indexing leaves them. No network has seen the photos: vectors, classes and
 * places are drawn in heaps. It is made once; what was broken off goes on where it was.
 */
export async function madeLibrary(photos: number): Promise<MadeLibrary> {
  const home = join(tmpdir(), `silhouette-bench-map-${edition}`, String(photos))
  const folder = join(home, 'photos')
  const file = join(home, 'made.silhouette')
  mkdirSync(folder, { recursive: true })
  const library = new OpenLibrary(file)
  const { db } = library
  try {
    setSetting(db, 'folder', folder)
    setSetting(db, 'backbone', backbone)
    const spaces = taps.map(({ tap, dimensions }) => spaceOfTap(db, backbone, tap) ?? addSpace(db, { backbone, tap, run: null, dimensions }))
    const heaps = heapsOf(photos, 0)
    const drawn = await drawnJpegs(eachKind)
    const vectors = taps.map(({ dimensions }) => heapVectors(heaps, dimensions))
    for (let done = countPhotos(db); done < photos; done = countPhotos(db)) {
      const to = Math.min(photos, done + atATime)
      const batch = Array.from({ length: to - done }, (_, i) => photoFile(folder, done + i + 1, drawnOf(heaps, drawn, done + i)))
      library.cache.transaction(() => {
        for (const { id, jpeg } of batch)
          saveThumbnail(library.cache, id, 1, jpeg)
      })()
      db.transaction(() => {
        for (const photo of batch) {
          addPhoto(db, photo)
          saveFacts(db, { ...photo, metadata: {} })
          spaces.forEach((space, at) => saveVector(db, space.id, photo.id, vectors[at](photo.id - 1)))
          saveClassScores(db, photo.id, backbone, heapClasses(heaps.of[photo.id - 1]))
        }
      })()
    }
    for (const [at, { id }] of spaces.entries()) {
      const known = projectionOfSpace(db, id) ?? {
        id: addProjection(db, {
          space: id,
          method: 'umap',
          seed: 0,
          createdMs: takenMs,
          trustworthiness: null,
          photos: Uint32Array.from(heaps.of, (_, row) => row + 1),
          xy: heapsOf(photos, at).xy,
        }),
      }
      if (at === 0)
        setSetting(db, 'projection', known.id)
    }
    await makeAtlas(library, photos)
    return { folder, file, photos, spaces: spaces.map(({ id }) => id) }
  }
  finally {
    library.close()
  }
}

/** Photos of a heap are of one kind, strays of any. */
function drawnOf({ of }: Heaps, drawn: DrawnJpeg[], row: number): DrawnJpeg {
  const kinds = drawn.length / eachKind
  const kind = (of[row] < 0 ? row : of[row]) % kinds
  return drawn[kind * eachKind + row % eachKind]
}

function photoFile(folder: string, number: number, { width, height, jpeg }: DrawnJpeg) {
  const part = String(Math.floor((number - 1) / 1_000)).padStart(3, '0')
  const path = `${part}/${String(number).padStart(6, '0')}.jpg`
  const bytes = numbered(jpeg, number)
  if (number % 1_000 === 1)
    mkdirSync(join(folder, part), { recursive: true })
  const modifiedMs = takenMs + 1_000 * number
  writeFileSync(join(folder, path), bytes)
  utimesSync(join(folder, path), modifiedMs / 1_000, modifiedMs / 1_000)
  return {
    id: number as PhotoId,
    path,
    hash: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    modifiedMs,
    width,
    height,
    jpeg: bytes,
  }
}

/** Unit vectors, those of a heap about a direction of its own; noise is drawn once and cut from at any place. */
function heapVectors({ count, of }: Heaps, dimensions: number): (row: number) => Float32Array {
  const draw = random(dimensions)
  const noise = Float32Array.from({ length: 1 << 18 }, () => draw.normal())
  const middles = Float32Array.from({ length: count * dimensions }, () => draw.normal())
  return (row) => {
    const from: Random = random(row)
    const vector = noise.slice(0, dimensions)
    vector.set(noise.subarray(from.integer(noise.length - dimensions)).subarray(0, dimensions))
    const heap = of[row]
    let square = 0
    for (let i = 0; i < dimensions; i++) {
      vector[i] = 0.8 * vector[i] + (heap < 0 ? 0 : middles[heap * dimensions + i])
      square += vector[i] ** 2
    }
    return vector.map(value => value / Math.sqrt(square))
  }
}

/** The classes of a heap; a stray is taken for anything. */
function heapClasses(heap: number): { classes: Uint16Array, scores: Float32Array } {
  const first = 13 * (heap + 1)
  return { classes: Uint16Array.of(first, first + 1, first + 2), scores: Float32Array.of(0.6, 0.2, 0.1) }
}

/** The atlas pages the map of such a library asks for, as they lie in the cache once it was looked at. */
async function makeAtlas({ cache }: OpenLibrary, photos: number): Promise<void> {
  const cell = photos > 8 * atlasCells ? 32 : 64
  for (let page = 0; page * atlasCells < photos; page++) {
    const first = page * atlasCells + 1
    const stamp = atlasStamp(cache, first, first + atlasCells - 1)
    if (savedAtlasPage(cache, page, cell, stamp))
      continue
    const tiles = Array.from({ length: atlasCells }, (_, at) => thumbnailOf(cache, (first + at) as PhotoId, 1))
    saveAtlasPage(cache, page, cell, stamp, await composeAtlasPage(tiles, cell, atlasAcross))
  }
}
