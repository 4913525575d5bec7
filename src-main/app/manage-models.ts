import type { CoreContext } from '#main/app/core-context'
import type { Backbone } from '#main/backbones/backbone'
import type { Model } from '#shared/contract/models'
import type { Task } from '#shared/contract/tasks'
import { copyFile, mkdir, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Unknown } from '#main/app/app-errors'
import { allBackbones, modelFolders } from '#main/app/backbone-in-use'
import { fetchModel } from '#main/backbones/fetch-model'
import { findModel } from '#main/backbones/locate-model'
import { ModelMissing } from '#main/backbones/model-missing'
import { readBackbone } from '#main/backbones/read-backbone'

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

/** Takes a network of the user's into the folder of models, with its description where there is one. @throws MODEL_MISSING, MODEL_DAMAGED, MODEL_NOT_AN_IMAGE_NETWORK, MODEL_DESCRIPTION_INVALID */
export async function addModel(core: CoreContext, file: string): Promise<Model> {
  const backbone = await readBackbone(file)
  await mkdir(core.home.models, { recursive: true })
  const target = join(core.home.models, `${basename(file, '.onnx')}.onnx`)
  const description = file.replace(/\.[^./\\]+$/, '.json')
  await copyFile(description, target.replace(/\.onnx$/, '.json')).catch(() => {})
  await copyFile(file, `${target}.part`)
  await rename(`${target}.part`, target)
  return describe(core, backbone)
}

async function describe(core: CoreContext, backbone: Backbone): Promise<Model> {
  const { id, title, licence, bytes, taps } = backbone
  return {
    id,
    title,
    licence,
    bytes,
    here: await findModel(backbone, modelFolders(core)) !== undefined,
    taps: taps.map(({ id, title, columns }) => ({ id, title, columns })),
  }
}
