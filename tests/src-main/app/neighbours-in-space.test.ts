import type { CoreContext } from '#main/app/core-context'
import type { SpaceVectors } from '#main/store/vectors'
import type { SpaceId } from '#shared/domain/ids'
import { expect, it, onTestFinished } from 'vitest'
import { neighboursInSpace } from '#main/app/neighbours-in-space'
import { openCore } from '#main/app/open-core'
import { matrix } from '#main/matrix/matrix'
import { random } from '#main/matrix/random'
import { temporaryFolder } from '#tests/fixtures/temporary-folder'

/** A space large enough that a search is still under way when somebody leaves it. */
async function largeSpace(rows = 6_000, columns = 64): Promise<{ core: CoreContext, space: SpaceVectors }> {
  const { context: { core }, close } = await openCore({ home: await temporaryFolder(), threads: 1 })
  onTestFinished(close)
  const from = random(1)
  const values = Float32Array.from({ length: rows * columns }, () => from.normal())
  return { core, space: { space: 1 as SpaceId, photos: Uint32Array.from({ length: rows }, (_, row) => row + 1), vectors: matrix(rows, columns, values) } }
}

it('goes on for the others when one who asked cancels, the first or a later one', async () => {
  const { core, space } = await largeSpace()
  const [first, third] = [new AbortController(), new AbortController()]
  const asked = [first.signal, undefined, third.signal].map(signal => neighboursInSpace(core, space, 10, signal))
  const ends: number[] = []
  const ended = asked.map((asker, at) => asker.then(({ k }) => k, ({ code }) => code).finally(() => ends.push(at)))
  first.abort()
  third.abort()
  expect(await Promise.all(ended)).toEqual(['CANCELLED', 10, 'CANCELLED'])
  expect(ends.at(-1)).toBe(1)
})

it('stops the search when the last who asked has cancelled, and begins again for the next', async () => {
  const { core, space } = await largeSpace(15_000)
  const another = (): SpaceVectors => ({ space: 2 as SpaceId, photos: Uint32Array.of(1, 2), vectors: matrix(2, 1, Float32Array.of(0, 1)) })
  await neighboursInSpace(core, another(), 1)
  const all = [new AbortController(), new AbortController()]
  const asked = all.map(({ signal }) => neighboursInSpace(core, space, 10, signal))
  const started = performance.now()
  all.forEach(abort => abort.abort())
  for (const asker of asked)
    await expect(asker).rejects.toMatchObject({ code: 'CANCELLED' })
  // The thread is free for others long before the search would have been done.
  expect(await neighboursInSpace(core, another(), 1)).toMatchObject({ k: 1 })
  const stopped = performance.now() - started
  const again = performance.now()
  expect(await neighboursInSpace(core, space, 10)).toMatchObject({ rows: 15_000, k: 10 })
  expect(stopped).toBeLessThan((performance.now() - again) / 2)
})

it('keeps what was found, also where one who cancelled asks for it', async () => {
  const { core, space } = await largeSpace(500)
  const found = await neighboursInSpace(core, space, 15)
  await expect(neighboursInSpace(core, space, 15, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(await neighboursInSpace(core, space, 15)).toBe(found)
})
