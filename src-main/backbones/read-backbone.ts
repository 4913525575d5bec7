import type { Backbone } from '#main/backbones/backbone'
import type { DescribedNetwork } from '#main/backbones/described-network'
import type { FoundNetwork } from '#main/backbones/find-taps'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { imagenetPreprocessing, stemTap } from '#main/backbones/backbone'
import { describedNetwork } from '#main/backbones/described-network'
import { findTaps } from '#main/backbones/find-taps'
import { ModelDescriptionInvalid } from '#main/backbones/model-description-invalid'
import { ModelMissing } from '#main/backbones/model-missing'
import { readNetworkDescription } from '#main/backbones/network-description'
import { readModel } from '#main/graph/protobuf/read-model'

/** ImageNet's 1000 classes, whose names are bundled. */
const imagenetClasses = 1000

/**
 * Reads any convolutional ONNX network as a backbone: what its structure tells, and what the user wrote in the JSON file
 * of the same name beside it. Where that says nothing, pixels are prepared as for ImageNet, scaled to 8/7 of the input
 * before the middle is taken, and the last tap is what photos are first seen by.
 * @throws MODEL_MISSING, MODEL_DAMAGED, MODEL_NOT_AN_IMAGE_NETWORK, MODEL_DESCRIPTION_INVALID
 */
export async function readBackbone(file: string): Promise<Backbone> {
  const name = basename(file, extname(file))
  const bytes = await readFile(file).catch(() => {
    throw new ModelMissing(file, false)
  })
  const model = readModel(bytes)
  const beside = `${file.slice(0, file.length - extname(file).length)}.json`
  const description = await readNetworkDescription(beside, model)
  const { side, taps, classes, fixedBatch } = description.taps
    ? await describedNetwork(model, description.taps, description, beside)
    : titled(await findTaps(model, description.crop))
  if (side !== (description.crop ?? side))
    throw new ModelDescriptionInvalid(beside, `the network takes pictures of ${side} × ${side}, not of ${description.crop} × ${description.crop}`)
  const { title = name, licence = 'not stated', source = 'added by file', namesFile, defaultTap } = description
  return {
    id: backboneIdOf(name),
    title,
    licence,
    source,
    file: basename(file),
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    preprocessing: {
      resize: Math.max(side, description.resize ?? Math.round(side * 8 / 7)),
      crop: side,
      mean: description.mean ?? imagenetPreprocessing.mean,
      deviation: description.deviation ?? imagenetPreprocessing.deviation,
    },
    taps,
    defaultTap: defaultTap ?? taps.at(-1)!.id,
    classes: classes && (namesFile || classes.count === imagenetClasses)
      ? { ...classes, namesFile: namesFile ?? 'imagenet-labels.json' }
      : undefined,
    fixedBatch,
  }
}

/** What a network is called that is kept in `NAME.onnx`. */
export function backboneIdOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'network'
}

function titled({ taps, ...network }: FoundNetwork): DescribedNetwork {
  return { ...network, taps: taps.map(tap => ({ ...tap, title: titleOf(tap.id) })) }
}

function titleOf(id: string): string {
  return id === 'pooled'
    ? 'Last layer'
    : id === stemTap
      ? 'First layer'
      : `Stage ${id.slice('stage-'.length)}`
}
