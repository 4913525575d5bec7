import type { OnnxModel } from '#main/graph/protobuf/model'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ort from 'onnxruntime-node'
import { giveBack } from '#main/graph/give-back'
import { readModel } from '#main/graph/protobuf/read-model'
import { writeModel } from '#main/graph/protobuf/write-model'
import { sessionFailure } from '#main/graph/session-failure'

/**
 * A network as ONNX Runtime simplifies it before it runs, with ONNX's own operators only: what is constant is computed,
 * batch normalizations become part of the convolutions before them, and what leads nowhere is dropped.
 * @throws MODEL_DAMAGED where it cannot be read
 * @throws MODEL_OUT_OF_MEMORY
 */
export async function foldedModel(model: OnnxModel): Promise<OnnxModel> {
  const folder = await mkdtemp(join(tmpdir(), 'silhouette-fold-'))
  const file = join(folder, 'folded.onnx')
  try {
    const bytes = writeModel(model)
    const session = await ort.InferenceSession.create(bytes, {
      executionProviders: ['cpu'],
      graphOptimizationLevel: 'basic',
      optimizedModelFilePath: file,
      logSeverityLevel: 4,
    }).catch((cause) => {
      throw sessionFailure(cause, { provider: 'cpu' })
    })
    giveBack(bytes)
    await session.release()
    return readModel(await readFile(file))
  }
  finally {
    await rm(folder, { recursive: true, force: true })
  }
}
