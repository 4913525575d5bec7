import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { Backbone } from '#main/backbones/backbone'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Unknown } from '#main/app/app-errors'
import { classNames } from '#main/backbones/class-names'
import { findModel } from '#main/backbones/locate-model'
import { ModelMissing } from '#main/backbones/model-missing'
import { backbones } from '#main/backbones/table'
import { setting } from '#main/store/settings'

/** The id of the backbone a library is seen by; empty before its first indexing. */
export function backboneOf({ db }: OpenLibrary): string {
  return setting(db, 'backbone') ?? ''
}

/** Every backbone there is to choose from: those known by name, then those the user added. */
export async function allBackbones(context: CoreContext): Promise<Backbone[]> {
  const named: Backbone[] = Object.values(backbones)
  const ownFiles = new Set(named.map(({ file }) => file))
  const added = (await readdir(context.home.models).catch(() => []))
    .filter(name => extname(name) === '.onnx' && !ownFiles.has(name))
    .map(name => describedBackbone(context, join(context.home.models, name)))
  return [
    ...named,
    ...(await Promise.all(added)).filter(backbone => backbone !== undefined),
  ]
}

/** Folders a backbone's file may lie in: the user's own first. */
export function modelFolders({ home }: CoreContext): string[] {
  return [home.models, home.bundledModels]
}

/** A backbone by its id, or without one the first that is on this machine, and the path of its file. @throws UNKNOWN_BACKBONE, MODEL_MISSING */
export async function backboneHere(context: CoreContext, id: string | undefined): Promise<{ backbone: Backbone, file: string }> {
  const all = await allBackbones(context)
  const named = id
    ? all.filter(backbone => backbone.id === id)
    : all
  if (named.length === 0)
    throw new Unknown('backbone', id!, all.map(({ id }) => id))
  for (const backbone of named) {
    const file = await findModel(backbone, modelFolders(context))
    if (file)
      return { backbone, file }
  }
  throw new ModelMissing(named[0].id, named[0].address !== undefined)
}

/** Names of a backbone's classes; undefined where it has no classifier. */
export async function classNamesOf(context: CoreContext, id: string): Promise<string[] | undefined> {
  const backbone = (await allBackbones(context)).find(backbone => backbone.id === id)
  if (!backbone?.classes)
    return undefined
  const { namesFile, count } = backbone.classes
  const file = await besideModels(context, namesFile)
  return file === undefined
    ? undefined
    : classNames(file, count)
}

/** The path of a file that lies beside the backbones, in the first of the folders that has it; undefined where none has. */
export async function besideModels(context: CoreContext, name: string): Promise<string | undefined> {
  for (const folder of modelFolders(context)) {
    const file = join(folder, name)
    if (await stat(file).catch(() => undefined))
      return file
  }
  return undefined
}

const described = new Map<string, { stamp: number, backbone: Promise<Backbone | undefined> }>()

/** Reading a network's structure takes a while, so it is done once for each state of its file; a damaged one is passed over. */
async function describedBackbone({ onnx }: CoreContext, file: string): Promise<Backbone | undefined> {
  const stamp = (await stat(file)).mtimeMs
  let known = described.get(file)
  if (known?.stamp !== stamp) {
    described.set(file, known = {
      stamp,
      backbone: onnx.call('readBackbone', { file }).catch(() => undefined),
    })
  }
  return known.backbone
}
