import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { SpaceRow } from '#main/store/spaces'
import { embedByRun } from '#main/app/embed-by-run'
import { takeRows } from '#main/matrix/matrix'
import { headOfRun, runById } from '#main/store/runs'
import { spaceOfTap, spaces } from '#main/store/spaces'
import { photosLacking, saveVectors } from '#main/store/vectors'
import { buffersIn } from '#main/threads/serve-jobs'

/** Gives photos that came after a run their vectors in its space, for every run that has one. */
export async function fillRunSpaces(core: CoreContext, library: OpenLibrary, signal: AbortSignal): Promise<void> {
  for (const space of spaces(library.db))
    await fillRunSpace(core, library, space, signal)
}

/** The same for one space: the run's head is applied to the photos' own vectors, or a trained network to the photos. */
export async function fillRunSpace(core: CoreContext, library: OpenLibrary, space: SpaceRow, signal: AbortSignal): Promise<void> {
  const run = space.run === null
    ? undefined
    : runById(library.db, space.run)
  const under = run && spaceOfTap(library.db, run.backbone, run.tap)
  const head = run && headOfRun(library.db, run.id)
  if (!under || !head)
    return
  if (run.depth !== 'head') {
    await embedByRun(core, library, run, space, { signal })
    return
  }
  const lacking = new Set<number>((await photosLacking(library.db, [space.id])).map(({ id }) => id))
  if (lacking.size === 0)
    return
  const { photos, vectors } = await library.vectorsOf(under)
  const rows = Array.from(photos.keys()).filter(row => lacking.has(photos[row]))
  if (rows.length === 0)
    return
  const features = takeRows(vectors, rows)
  const embedded = await core.onnx.call('applyHead', { features, head: new Uint8Array(head) }, { signal, transfer: buffersIn(features) })
  await saveVectors(library.db, {
    space: space.id,
    photos: Uint32Array.from(rows, row => photos[row]),
    vectors: embedded,
  })
  library.forgetVectors()
}
