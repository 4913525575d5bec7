import type { PhotoId } from '#shared/domain/ids'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { libraryOf } from '#main/app/core-context'
import { embedByRun } from '#main/app/embed-by-run'
import { photosOf } from '#main/hosts/cli/photos-at'
import { failures } from '#main/store/failures'
import { runById } from '#main/store/runs'
import { addSpace, spaces } from '#main/store/spaces'
import { cacheFolderOf } from '#main/store/thumbnail-cache'
import { readVectors } from '#main/store/vectors'
import { smallLibrary } from '#tests/fixtures/small-library'

/** A library of 30 photos, of which 20 are labelled, with a run that trained the last stage of a small network. */
async function trained() {
  const { core: client, context: core, photos } = await smallLibrary(10)
  const labelled = (await photosOf(client)).filter((_, at) => at % 3 > 0)
  await client.labels.assignEach({ photos: labelled.map(({ id }) => id), labels: labelled.map(({ path }) => path.split('/')[0]) })
  const { error, result } = await client.tasks.ended({ task: (await client.learning.learn({ dimensions: 4, depth: 'last-stage' })).id })
  expect(error).toBeNull()

  const library = libraryOf(core)
  const run = runById(library.db, result!.run as never)!
  // Whether this little network is kept does not matter here: its run has a space either way.
  const space = spaces(library.db).find(({ run: of }) => of === run.id) ?? addSpace(library.db, { backbone: run.backbone, tap: 'head', run: run.id, dimensions: 4 })
  const vectorsNow = async (): Promise<{ ids: number[], values: Float32Array }> => {
    const { photos: ids, vectors } = await readVectors(library.db, space.id, 4)
    return { ids: [...ids], values: vectors.values }
  }
  const embedAnew = async (): Promise<{ ids: number[], values: Float32Array }> => {
    library.db.prepare('DELETE FROM vector WHERE space_id = ?').run(space.id)
    await embedByRun(core, library, run, space, { signal: new AbortController().signal })
    return vectorsNow()
  }
  return { client, photos, library, space, labelled, embedAnew, vectorsNow }
}

function furthest(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length)
  return Math.max(...a.map((value, at) => Math.abs(value - b[at])))
}

it('runs the trained part alone for photos whose activations a training has kept, with the same vectors', { timeout: 120_000 }, async () => {
  const { photos, library, labelled, embedAnew, vectorsNow } = await trained()
  const quickly = await embedAnew()
  expect(quickly.ids).toHaveLength(30)
  // Without their files, photos can only be embedded from what was kept of them, and none is blamed for it.
  await rename(photos, `${photos} away`)
  await expect(embedAnew()).rejects.toMatchObject({ code: 'FOLDER_AWAY' })
  const fromKept = await vectorsNow()
  expect(fromKept.ids).toEqual(labelled.map(({ id }) => id as number).sort((a, b) => a - b))
  expect(failures(library.db)).toEqual([])
  await rename(`${photos} away`, photos)

  await rm(join(cacheFolderOf(library.file), 'activations.sqlite'))
  const wholly = await embedAnew()
  expect(wholly.ids).toEqual(quickly.ids)
  expect(furthest(wholly.values, quickly.values)).toBeLessThan(1e-5)
  const first = wholly.ids.indexOf(fromKept.ids[0] as PhotoId)
  expect(Math.abs(wholly.values[4 * first] - fromKept.values[0])).toBeLessThan(1e-5)
})

it('embeds the library by a run while its folder is indexed by the backbone', { timeout: 120_000 }, async () => {
  const { client, library, space, embedAnew } = await trained()
  await rm(join(cacheFolderOf(library.file), 'activations.sqlite'))
  const alone = await embedAnew()
  const own = spaces(library.db).find(({ run }) => run === null)!
  const before = (await readVectors(library.db, own.id, own.dimensions)).vectors.values
  library.db.prepare('DELETE FROM vector WHERE space_id IN (?, ?)').run(own.id, space.id)
  library.forgetVectors()

  const [{ error }, beside] = await Promise.all([
    client.indexing.start({ retry: false, backbone: 'small' }).then(({ id }) => client.tasks.ended({ task: id })),
    embedAnew(),
  ])
  expect(error).toBeNull()
  expect(beside.ids).toEqual(alone.ids)
  expect(furthest(beside.values, alone.values)).toBeLessThan(1e-5)
  expect(furthest((await readVectors(library.db, own.id, own.dimensions)).vectors.values, before)).toBeLessThan(1e-5)
})
