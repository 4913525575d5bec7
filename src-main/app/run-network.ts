import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { RunNetwork } from '#main/export/exporter'
import type { RunRow } from '#main/store/runs'
import type { RunId } from '#shared/domain/ids'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Unknown } from '#main/app/app-errors'
import { backboneHere } from '#main/app/backbone-in-use'
import { shownSpace } from '#main/app/show-space'
import { headOfRun, runById, runs } from '#main/store/runs'
import { setting } from '#main/store/settings'
import { spaceById } from '#main/store/spaces'

/**
 * The network that a run made: its backbone up to the tap, with the backbone's preprocessing, and its head. Without an
 * id, that of the shown run, or of the last that was kept.
 * @throws UNKNOWN_RUN, UNKNOWN_BACKBONE, MODEL_MISSING, MODEL_UNEXPECTED
 */
export async function runNetwork(core: CoreContext, library: OpenLibrary, id?: RunId): Promise<RunNetwork> {
  const run = runGiven(library, id)
  const { backbone, file } = await backboneHere(core, run.backbone)
  const name = basename(setting(library.db, 'folder') ?? library.file, '.silhouette')
  const { bytes, description } = await core.onnx.call('joinHead', {
    model: file,
    backbone,
    tap: run.tap,
    head: new Uint8Array(headOfRun(library.db, run.id)!),
    title: `${name}, run ${run.id}`,
    source: `${backbone.title}, ${run.tap}, ${run.depth === 'head' ? 'and a head' : `trained at depth ${run.depth}, and a head`} of ${run.dimensions} dimensions trained by ${run.loss} on ${run.photos} photos with ${run.labels} labels`,
  })
  // What lies in the bundled folder is found from anywhere.
  const { namesFile } = description
  const names = namesFile && await readFile(join(core.home.models, namesFile)).catch(() => undefined)
  return {
    name: `${name}-run-${run.id}`,
    bytes,
    description,
    classNames: names ? { file: namesFile, content: names } : undefined,
  }
}

function runGiven(library: OpenLibrary, id: RunId | undefined): RunRow {
  const { db } = library
  const shown = shownSpace(library)
  const wanted = id ?? (shown && spaceById(db, shown)?.run) ?? undefined
  const all = runs(db)
  const run = wanted === undefined ? all.findLast(({ kept }) => kept) : runById(db, wanted)
  if (!run)
    throw new Unknown('run', wanted ?? 'to take a network from; learn first', all.map(({ id }) => id))
  return run
}
