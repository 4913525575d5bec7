import type { CoreContext } from '#main/app/core-context'
import type { Assessment, AssessRequest, Experiment, ExperimentBench, ExperimentOptions, TapSpace } from '#main/app/experiments/experiment'
import type { TaskRun } from '#main/app/task-board'
import type { Matrix } from '#main/matrix/matrix'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { NothingEmbedded, TooFewGroups, Unknown } from '#main/app/app-errors'
import { backboneOf } from '#main/app/backbone-in-use'
import { libraryOf } from '#main/app/core-context'
import { describeSpaces } from '#main/app/describe-spaces'
import { experimentPage } from '#main/app/experiments/experiment-page'
import { experiments } from '#main/app/experiments/table'
import { ExportFailed } from '#main/export/export-errors'
import { writeFileWhole } from '#main/export/write-file-whole'
import { lossOf } from '#main/learn/losses/table'
import { projectionMethods } from '#main/project/table'
import { photoPaths } from '#main/store/photos'

/** An experiment by its name. @throws UNKNOWN_EXPERIMENT, UNKNOWN_LOSS */
export function experimentNamed(name: string, { losses }: Pick<ExperimentOptions, 'losses'>): Experiment {
  if (!Object.hasOwn(experiments, name))
    throw new Unknown('experiment', name, Object.keys(experiments))
  losses.forEach(lossOf)
  return experiments[name as keyof typeof experiments]
}

/**
 * Runs an experiment on the open library, whose folders are the truth, and writes its page. Nothing of the library is
 * changed. @returns the table, and where the page is
 * @throws EXPORT_FAILED, before anything is learnt where the folder can't be made; NOTHING_EMBEDDED, TOO_FEW_GROUPS, CANCELLED
 */
export async function runExperiment(core: CoreContext, run: TaskRun, experiment: Experiment, to: string, options: ExperimentOptions): Promise<Record<string, unknown>> {
  const page = join(to, `${experiment.id}.html`)
  await written(to, () => mkdir(to, { recursive: true }))
  const { taps, groups, names } = await truthOf(core)
  const bench: ExperimentBench = {
    taps,
    groups,
    names,
    options,
    learn: (space, rows, classes, how) => learn(core, run.signal, space, rows, classes, how),
    train: (features, rows, classes, how) => core.onnx.call('trainPlainly', { features, rows, classes, ...how }, { signal: run.signal }),
    assess: (request: AssessRequest): Promise<Assessment> => core.geometry.call('assess', request, { signal: run.signal }),
    map: space => mapOf(core, run.signal, space, options.seed),
    report: (step, done, total) => run.report({ step, done, total, unit: 'steps' }),
  }
  const outcome = await experiment.run(bench)
  const about = `${groups.length} photos in ${names.length} groups, at most ${options.labels} labelled in each, seed ${options.seed}.`
  await written(page, () => writeFileWhole(page, experimentPage(experiment, outcome, names, about)))
  return { experiment: experiment.id, rows: outcome.rows, page }
}

/** @throws EXPORT_FAILED */
async function written(to: string, work: () => Promise<unknown>): Promise<void> {
  await work().catch((error) => {
    throw new ExportFailed(to, error)
  })
}

/** The backbone's taps and the folder each photo is in. @throws NOTHING_EMBEDDED, TOO_FEW_GROUPS */
async function truthOf(core: CoreContext): Promise<{ taps: TapSpace[], groups: Int32Array, names: string[] }> {
  const library = libraryOf(core)
  const spaces = describeSpaces(library).filter(({ run, backbone, photos }) => run === null && backbone === backboneOf(library) && photos > 0)
  if (spaces.length === 0)
    throw new NothingEmbedded()
  // The first space is the backbone's last layer; the others are in the order of the layers.
  const ordered = [...spaces.slice(1), spaces[0]]
  const read = await Promise.all(ordered.map(space => library.vectorsOf(space)))
  const paths = new Map<number, string>((await photoPaths(library.db)).map(({ id, path }) => [id, dirname(path)]))
  const folders = Array.from(read.at(-1)!.photos, id => paths.get(id)!)
  const names = [...new Set(folders)].sort()
  if (names.length < 3)
    throw new TooFewGroups(names.length)
  return {
    taps: ordered.map(({ id, title }, i) => ({ id: String(id), title, vectors: read[i].vectors })),
    groups: Int32Array.from(folders, folder => names.indexOf(folder)),
    names,
  }
}

async function learn(core: CoreContext, signal: AbortSignal, features: Matrix, rows: Int32Array, classes: Int32Array, how: { loss: string, dimensions: number, seed: number }): Promise<{ space: Matrix, seconds: number }> {
  const started = performance.now()
  const { head } = await core.onnx.call('learnHead', { features, rows, classes, ...how }, { signal })
  const seconds = (performance.now() - started) / 1000
  return { space: await core.onnx.call('applyHead', { features, head }, { signal }), seconds }
}

async function mapOf(core: CoreContext, signal: AbortSignal, space: Matrix, seed: number): Promise<Float32Array> {
  const neighbours = await core.onnx.call('neighbours', { space, k: projectionMethods.umap.neighbours(space.rows) }, { signal })
  const { xy } = await core.geometry.call('project', { method: 'umap', space, neighbours, previous: undefined, seed, draft: false }, { signal })
  return xy
}
