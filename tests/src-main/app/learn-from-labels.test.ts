import type { PhotoId, TaskId } from '#shared/domain/ids'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { libraryOf } from '#main/app/core-context'
import { learnFromLabels } from '#main/app/learn-from-labels'
import { openCore } from '#main/app/open-core'
import { PauseGate } from '#main/embed/pause-gate'
import { random } from '#main/matrix/random'
import { addPhoto } from '#main/store/photos'
import { addSpace } from '#main/store/spaces'
import { photosLacking, readVectors, saveVector } from '#main/store/vectors'
import { learnOptions } from '#shared/contract/learning'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

it('has photos on its map that were embedded while it learned', { timeout: 60_000 }, async () => {
  const work = await temporaryFolder()
  await mkdir(join(work, 'photos'))
  await writeFile(join(work, 'photos', 'a.jpg'), '')
  const { client, context: { core }, close } = await openCore({ home: join(work, 'home'), threads: 1 })
  onTestFinished(close)
  await client.library.open({ folder: join(work, 'photos'), file: join(work, 'test.silhouette'), index: false })
  const library = libraryOf(core)
  const under = addSpace(library.db, { backbone: 'b', tap: 't', run: null, dimensions: 16 })
  const { uniform } = random(1)
  // Two of sixteen numbers tell the label, the others are noise: there is much to learn.
  const embedded = (name: string, label: number): PhotoId => {
    const id = addPhoto(library.db, { path: `${name}.jpg`, hash: name, bytes: 1, modifiedMs: 1 })!
    saveVector(library.db, under.id, id, Float32Array.from({ length: 16 }, (_, i) => i < 2 ? (i === label ? 1 : 0) + 0.2 * uniform() : 2 * uniform()))
    return id
  }
  const photos = Array.from({ length: 80 }, (_, i) => ({ id: embedded(`photo ${i}`, i % 2), label: ['even', 'odd'][i % 2] }))
  await client.labels.assignEach({ photos: photos.map(({ id }) => id), labels: photos.map(({ label }) => label) })

  let late: PhotoId | undefined
  const { kept, space } = await learnFromLabels(core, {
    id: 0 as TaskId,
    signal: new AbortController().signal,
    report: () => {},
    point: () => {
      late ??= embedded('late', 0)
      library.forgetVectors()
    },
    gate: new PauseGate(),
  }, learnOptions.parse({ dimensions: 4 }))
  expect(kept).toBe(true)
  expect(await photosLacking(library.db, [space!])).toEqual([])
  expect((await readVectors(library.db, space!, 4)).photos).toContain(late)
})
