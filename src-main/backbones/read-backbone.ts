import type { Backbone } from '#main/backbones/backbone'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { imagenetPreprocessing } from '#main/backbones/backbone'
import { findTaps } from '#main/backbones/find-taps'
import { ModelMissing } from '#main/backbones/model-missing'
import { readNetworkDescription } from '#main/backbones/network-description'
import { readModel } from '#main/graph/protobuf/read-model'

/** ImageNet's 1000 classes, whose names are bundled. */
const imagenetClasses = 1000

/**
 * Reads any convolutional ONNX network as a backbone: what its structure tells, and what the user wrote in the JSON file
 * of the same name beside it. Where that says nothing, pixels are prepared as for ImageNet, scaled to 8/7 of the input
 * before the middle is taken.
 * @throws MODEL_MISSING, MODEL_DAMAGED, MODEL_NOT_AN_IMAGE_NETWORK, MODEL_DESCRIPTION_INVALID
 */
export async function readBackbone(file: string): Promise<Backbone> {
  const name = basename(file, extname(file))
  const bytes = await readFile(file).catch(() => {
    throw new ModelMissing(file, false)
  })
  const description = await readNetworkDescription(`${file.slice(0, file.length - extname(file).length)}.json`)
  const { side, taps, classes, fixedBatch } = await findTaps(readModel(bytes))
  const { title = name, licence = 'not stated', source = 'added by file', namesFile } = description
  return {
    id: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'network',
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
    taps: taps.map(({ id, columns, tensor }) => ({
      id,
      title: titleOf(id),
      columns,
      tensor,
    })),
    defaultTap: 'pooled',
    classes: classes && (namesFile || classes.count === imagenetClasses)
      ? { ...classes, namesFile: namesFile ?? 'imagenet-labels.json' }
      : undefined,
    fixedBatch,
  }
}

function titleOf(id: string): string {
  return id === 'pooled'
    ? 'Last layer'
    : id === 'stem'
      ? 'First layer'
      : `Stage ${id.slice('stage-'.length)}`
}
