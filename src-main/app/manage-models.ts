import type { CoreContext } from '#main/app/core-context'
import type { Backbone } from '#main/backbones/backbone'
import type { Model } from '#shared/contract/models'
import type { Task } from '#shared/contract/tasks'
import type { RunId } from '#shared/domain/ids'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { Unknown } from '#main/app/app-errors'
import { allBackbones, besideModels, modelFolders } from '#main/app/backbone-in-use'
import { libraryOf } from '#main/app/core-context'
import { runNetwork } from '#main/app/run-network'
import { classNames } from '#main/backbones/class-names'
import { everyTap } from '#main/backbones/every-tap'
import { fetchModel } from '#main/backbones/fetch-model'
import { findModel } from '#main/backbones/locate-model'
import { ModelFileTaken } from '#main/backbones/model-file-taken'
import { ModelMissing } from '#main/backbones/model-missing'
import { ModelNameTaken } from '#main/backbones/model-name-taken'
import { backboneIdOf } from '#main/backbones/read-backbone'
import { writeFileWhole } from '#main/export/write-file-whole'

/** Every backbone there is to choose from. */
export async function describeModels(core: CoreContext): Promise<Model[]> {
  return Promise.all((await allBackbones(core)).map(backbone => describe(core, backbone)))
}

/** Fetches a backbone's file into the user's folder of models. @throws UNKNOWN_BACKBONE, MODEL_MISSING where it has no address, TASK_BUSY */
export async function getModel(core: CoreContext, id: string): Promise<Task> {
  const all = await allBackbones(core)
  const backbone = all.find(backbone => backbone.id === id)
  if (!backbone)
    throw new Unknown('backbone', id, all.map(({ id }) => id))
  const { address, bytes, sha256 } = backbone
  const here = await findModel(backbone, modelFolders(core))
  if (!address && !here)
    throw new ModelMissing(id, false)
  return core.tasks.start('fetch-model', `Fetching ${backbone.title}`, async (run) => {
    const file = here ?? join(core.home.models, backbone.file)
    if (!here) {
      await fetchModel({ address: address!, bytes, sha256 }, file, {
        signal: run.signal,
        onProgress: (done, total) => run.report({ done, total }),
      })
    }
    return { id, file }
  })
}

/**
 * Takes a network of the user's into the folder of models, with its description and the names of its classes where
 * they lie beside it.
 * @throws MODEL_MISSING, MODEL_DAMAGED, MODEL_NOT_AN_IMAGE_NETWORK, MODEL_DESCRIPTION_INVALID, MODEL_NAME_TAKEN,
 * MODEL_FILE_TAKEN
 */
export async function addModel(core: CoreContext, file: string): Promise<Model> {
  const backbone = await core.onnx.call('readBackbone', { file })
  const all = await allBackbones(core)
  const same = all.find(({ id }) => id === backbone.id)
  if (same && same.sha256 !== backbone.sha256)
    throw new ModelNameTaken(backbone.id)
  const name = basename(file, extname(file))
  const beside = [`${name}.json`, ...backbone.classes ? [backbone.classes.namesFile] : []]
    .map(other => join(dirname(file), other))
    .filter(other => existsSync(other))
  await checkNotTaken(core, beside, all.filter(other => other !== same))
  await checkClassNames(core, backbone, beside)
  await mkdir(core.home.models, { recursive: true })
  for (const other of beside)
    await copyFile(other, join(core.home.models, basename(other)))
  const target = join(core.home.models, `${name}.onnx`)
  await copyFile(file, `${target}.part`)
  await rename(`${target}.part`, target)
  return describe(core, { ...backbone, file: basename(target) })
}

/** All networks share a folder, and the user's own hides what is bundled. @throws MODEL_FILE_TAKEN */
async function checkNotTaken(core: CoreContext, files: string[], others: Backbone[]): Promise<void> {
  const theirs = others.flatMap(({ file, classes }) => [`${basename(file, extname(file))}.json`, ...classes ? [classes.namesFile] : []])
  for (const file of files.filter(file => theirs.includes(basename(file)))) {
    const there = await besideModels(core, basename(file))
    if (there && !(await readFile(there)).equals(await readFile(file)))
      throw new ModelFileTaken(basename(file))
  }
}

/** Names that do not fit would be found out only by a library that wants them. @throws MODEL_DESCRIPTION_INVALID */
async function checkClassNames(core: CoreContext, { classes }: Backbone, beside: string[]): Promise<void> {
  const file = classes && (beside.find(file => basename(file) === classes.namesFile) ?? await besideModels(core, classes.namesFile))
  if (file)
    await classNames(file, classes.count)
}

/**
 * Puts the network of a run into the folder of models, where other libraries find it as a backbone. The same network
 * is kept once; another of the same name gets a number.
 * @throws UNKNOWN_RUN, MODEL_MISSING
 */
export async function addRunModel(core: CoreContext, run: RunId): Promise<Model> {
  const { name, bytes, description } = await runNetwork(core, libraryOf(core), run)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const all = await allBackbones(core)
  const same = all.find(backbone => backbone.sha256 === sha256)
  if (same)
    return describe(core, same)
  let free = name
  for (let count = 2; all.some(({ id }) => id === backboneIdOf(free)); count++)
    free = `${name}-${count}`
  const file = join(core.home.models, `${free}.onnx`)
  await writeFileWhole(join(core.home.models, `${free}.json`), `${JSON.stringify(description, null, 2)}\n`)
  await writeFileWhole(file, bytes)
  return describe(core, await core.onnx.call('readBackbone', { file }))
}

async function describe(core: CoreContext, backbone: Backbone): Promise<Model> {
  const { id, title, licence, bytes } = backbone
  return {
    id,
    title,
    licence,
    bytes,
    here: await findModel(backbone, modelFolders(core)) !== undefined,
    taps: everyTap(backbone).map(({ id, title, columns }) => ({ id, title, columns })),
  }
}
