import type { Core } from '#shared/contract/contract'
import type { RunId, SpaceId } from '#shared/domain/ids'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openCore } from '#main/app/open-core'
import { photosOf } from '#main/hosts/cli/photos-at'
import { float32Of } from '#shared/contract/blobs'
import { generatePhotos } from '#tests/fixtures/generate-photos'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

async function newCore(home: string): Promise<Core> {
  const { client, close } = await openCore({ home, threads: 1 })
  onTestFinished(close)
  return client
}

async function indexed(core: Core, folder: string, file: string, backbone?: string, taps?: string[]): Promise<void> {
  await core.library.open({ folder, file, index: false })
  const { id } = await core.indexing.start({ retry: false, backbone, taps })
  expect((await core.tasks.ended({ task: id })).error).toBeNull()
}

async function labelHalf(core: Core): Promise<void> {
  const some = (await photosOf(core)).filter((_, at) => at % 2 === 0)
  await core.labels.assignEach({ photos: some.map(({ id }) => id), labels: some.map(({ path }) => path.split('/')[0]) })
}

/** Vectors of a space by the paths of their photos. */
async function vectorsOf(core: Core, space: number, to: string): Promise<Map<string, Float32Array>> {
  await core.exports.write({ format: 'vectors', to, space: space as SpaceId })
  const npy = await readFile(join(to, 'vectors.npy'))
  const values = new Float32Array(new Uint8Array(npy.subarray(10 + npy.readUInt16LE(8))).buffer)
  const paths = (await readFile(join(to, 'paths.txt'), 'utf8')).trim().split('\n')
  const columns = values.length / paths.length
  return new Map(paths.map((path, at) => [path, values.subarray(at * columns, (at + 1) * columns)]))
}

it('carries what a run has learnt to another library', async () => {
  const work = await temporaryFolder()
  const photos = join(work, 'holidays')
  await generatePhotos(photos, { each: 8, kinds: ['balls', 'boats', 'city'] })
  const core = await newCore(join(work, 'home'))
  await indexed(core, photos, join(work, 'first.silhouette'), undefined, ['stage-6-flat', 'all-stages'])
  const spaces = await core.map.spaces()
  expect(spaces.map(({ tap, dimensions, photos }) => [tap, dimensions, photos])).toEqual([
    ['pooled', 1280, 24],
    ['stage-6-flat', 2048, 24],
    ['all-stages', 2064, 24],
  ])
  for (const { id } of spaces.slice(1)) {
    for (const vector of (await vectorsOf(core, id, join(work, `space-${id}`))).values())
      expect(Math.hypot(...vector)).toBeCloseTo(1, 4)
  }

  await labelHalf(core)
  const learning = await core.learning.learn({ dimensions: 8 })
  const learnt = (await core.tasks.ended({ task: learning.id })).result as { run: RunId, space: SpaceId }
  const own = await vectorsOf(core, learnt.space, join(work, 'own'))

  const added = await core.models.add({ run: learnt.run })
  expect(added).toMatchObject({ id: 'holidays-run-1', title: 'holidays, run 1', licence: 'Apache-2.0', here: true })
  expect(added.taps).toContainEqual({ id: 'head', title: 'Learnt', columns: 8 })
  expect(await core.models.add({ run: learnt.run })).toEqual(added)
  expect((await readdir(join(work, 'home', 'models'))).sort()).toEqual(['holidays-run-1.json', 'holidays-run-1.onnx'])
  await expect(core.models.add({ run: 99 as RunId })).rejects.toMatchObject({ code: 'UNKNOWN_RUN', status: 400 })

  expect(await core.exports.write({ format: 'onnx', to: join(work, 'out', 'mine.onnx') })).toMatchObject({ written: 2 })
  expect(Buffer.compare(await readFile(join(work, 'out', 'mine.onnx')), await readFile(join(work, 'home', 'models', 'holidays-run-1.onnx')))).toBe(0)
  await expect(core.exports.write({ format: 'onnx', to: join(work, 'out', 'other.onnx'), run: 99 as RunId })).rejects.toMatchObject({ code: 'UNKNOWN_RUN' })

  // Another library, in which nothing is labelled, of the same photos: so that it is known what must come out.
  await indexed(core, photos, join(work, 'second.silhouette'), added.id)
  const [space] = await core.map.spaces()
  expect(space).toMatchObject({ backbone: 'holidays-run-1', tap: 'head', dimensions: 8, photos: 24 })
  const carried = await vectorsOf(core, space.id, join(work, 'carried'))
  for (const [path, vector] of own) {
    for (const [at, value] of vector.entries())
      expect(Math.abs(carried.get(path)![at] - value)).toBeLessThan(1e-4)
  }
  await labelHalf(core)
  const again = await core.learning.learn({ dimensions: 4 })
  expect((await core.tasks.ended({ task: again.id })).error).toBeNull()
  const two = await core.models.add({ run: 1 as RunId })
  expect(two).toMatchObject({ id: 'holidays-run-1-2' })
  await expect(core.learning.learn({ dimensions: 9 })).rejects.toMatchObject({ code: 'DIMENSIONS_TOO_MANY' })
})

it('shows a space of two dimensions as the map that it is', async () => {
  const work = await temporaryFolder()
  const photos = join(work, 'photos')
  await generatePhotos(photos, { each: 10, kinds: ['balls', 'boats', 'city'] })
  const core = await newCore(join(work, 'home'))
  await indexed(core, photos, join(work, 'one.silhouette'))
  await labelHalf(core)
  const { id } = await core.learning.learn({ dimensions: 2 })
  const learnt = (await core.tasks.ended({ task: id })).result as { run: RunId, space: SpaceId, kept: boolean }
  expect(learnt.kept).toBe(true)
  const map = await core.map.current()
  expect(map).toMatchObject({ method: 'direct', space: { id: learnt.space, dimensions: 2 } })
  // Turned, shifted and scaled as a whole, so that distances keep their proportions.
  const xy = await float32Of(map!.xy)
  const vectors = [...(await vectorsOf(core, learnt.space, join(work, 'own'))).values()]
  const ratios = vectors.slice(1).map((vector, at) => Math.hypot(xy[2 * at + 2] - xy[0], xy[2 * at + 3] - xy[1]) / Math.hypot(vector[0] - vectors[0][0], vector[1] - vectors[0][1]))
  expect(Math.max(...ratios) / Math.min(...ratios)).toBeLessThan(1.01)

  await core.learning.activate({ run: null })
  expect(await core.map.show({ space: learnt.space })).toBeNull()
  const again = await core.map.project({ space: learnt.space, method: 'direct' })
  expect((await core.tasks.ended({ task: again.id })).error).toBeNull()
  expect((await core.map.current())?.method).toBe('direct')

  // Its network opens another library on a map at once.
  const { id: backbone } = await core.models.add({ run: learnt.run })
  await indexed(core, photos, join(work, 'two.silhouette'), backbone)
  expect(await core.map.current()).toMatchObject({ method: 'direct', space: { tap: 'head', dimensions: 2 } })
})

it('adds networks by file once, with what lies beside them', async () => {
  const work = await temporaryFolder()
  const core = await newCore(join(work, 'home'))
  const lite0 = await readFile('models/efficientnet-lite0.onnx')
  await writeFile(join(work, 'Birds.onnx'), lite0)
  await writeFile(join(work, 'Birds.json'), '{"title": "Birds of Europe", "namesFile": "birds.json"}')
  await writeFile(join(work, 'birds.json'), JSON.stringify(Array.from({ length: 1000 }, (_, i) => `bird ${i}`)))
  expect(await core.models.add({ file: join(work, 'Birds.onnx') })).toMatchObject({ id: 'birds', title: 'Birds of Europe', here: true })
  expect((await readdir(join(work, 'home', 'models'))).sort()).toEqual(['Birds.json', 'Birds.onnx', 'birds.json'])

  // Another network of that name would mix its vectors with those of this one.
  const other = join(work, 'more', 'birds.onnx')
  await core.models.add({ file: join(work, 'Birds.onnx') })
  await generatePhotos(join(work, 'more'), { each: 1, kinds: ['balls'] })
  await writeFile(other, Buffer.concat([lite0, Buffer.from([0x32, 0x01, 0x61])]))
  await expect(core.models.add({ file: other })).rejects.toMatchObject({ code: 'MODEL_NAME_TAKEN', status: 400 })
  await writeFile(join(work, 'broken.onnx'), lite0.subarray(0, 1_000_000))
  await expect(core.models.add({ file: join(work, 'broken.onnx') })).rejects.toMatchObject({ code: 'MODEL_DAMAGED' })
  expect(await readdir(join(work, 'home', 'models'))).toHaveLength(3)
})

it('keeps the class names of each network, and takes none that do not fit', async () => {
  const work = await temporaryFolder()
  const core = await newCore(join(work, 'home'))
  const lite0 = await readFile('models/efficientnet-lite0.onnx')
  const made = async (name: string, namesFile: string, names: string[]): Promise<string> => {
    const folder = join(work, name)
    await mkdir(folder)
    await writeFile(join(folder, `${name}.onnx`), lite0)
    await writeFile(join(folder, `${name}.json`), JSON.stringify({ namesFile }))
    await writeFile(join(folder, namesFile), JSON.stringify(names))
    return join(folder, `${name}.onnx`)
  }
  const thousand = (word: string): string[] => Array.from({ length: 1000 }, (_, i) => `${word} ${i}`)
  const birds = await made('birds', 'labels.json', thousand('bird'))
  await core.models.add({ file: birds })
  for (const file of [await made('fish', 'labels.json', thousand('fish')), await made('cars', 'imagenet-labels.json', thousand('car')), await made('labels', 'ships.json', thousand('ship'))])
    await expect(core.models.add({ file })).rejects.toMatchObject({ code: 'MODEL_FILE_TAKEN', status: 400 })
  await expect(core.models.add({ file: await made('few', 'few-labels.json', ['one', 'two']) })).rejects.toMatchObject({ code: 'MODEL_DESCRIPTION_INVALID' })
  expect((await readdir(join(work, 'home', 'models'))).sort()).toEqual(['birds.json', 'birds.onnx', 'labels.json'])
  expect(JSON.parse(await readFile(join(work, 'home', 'models', 'labels.json'), 'utf8'))[0]).toBe('bird 0')

  // The same names may be shared, and a network's own may be corrected as long as no other has them.
  await writeFile(join(work, 'birds', 'labels.json'), JSON.stringify(thousand('Bird')))
  await core.models.add({ file: birds })
  expect(await core.models.add({ file: await made('more-birds', 'labels.json', thousand('Bird')) })).toMatchObject({ here: true })
})

it('learns without a label by a loss that needs none, and by no other', async () => {
  const work = await temporaryFolder()
  const photos = join(work, 'photos')
  await generatePhotos(photos, { each: 10, kinds: ['balls', 'boats', 'city'] })
  const core = await newCore(join(work, 'home'))
  await indexed(core, photos, join(work, 'one.silhouette'))
  await expect(core.learning.learn({})).rejects.toMatchObject({ code: 'NOT_ENOUGH_LABELS' })
  const { id } = await core.learning.learn({ loss: 'dec', optimizer: 'sgd', schedule: 'cosine', clusters: 3, dimensions: 8 })
  const learnt = await core.tasks.ended({ task: id })
  expect(learnt.error).toBeNull()
  expect(learnt.result).toMatchObject({ kept: true, loss: 'dec', verdict: expect.stringContaining('only labels can tell') })
  expect(await core.learning.runs()).toMatchObject([{ loss: 'dec', optimizer: 'sgd', schedule: 'cosine', clusters: 3, photos: 0, labels: 0, dimensions: 8, shown: true }])
})
