import type { Backbone } from '#main/backbones/backbone'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ModelMissing } from '#main/backbones/model-missing'

/** The path of a backbone's file in the first of the folders that has it; undefined where none has. */
export async function findModel({ file, bytes }: Backbone, folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const path = join(folder, file)
    const size = await stat(path).then(({ size }) => size, () => undefined)
    if (size === bytes)
      return path
  }
  return undefined
}

/**
 * The path of a backbone's file in the first of the folders that has it.
 * @throws MODEL_MISSING
 */
export async function locateModel(backbone: Backbone, folders: readonly string[]): Promise<string> {
  const path = await findModel(backbone, folders)
  if (path === undefined)
    throw new ModelMissing(backbone.id, backbone.address !== undefined)
  return path
}
