import type { Matrix } from '#main/matrix/matrix'
import { openSession } from '#main/graph/session'
import { tensorOf } from '#main/learn/matrix-products'
import { matrix, rowsBetween } from '#main/matrix/matrix'
import { Cancelled } from '#shared/errors/cancelled'

export interface ApplyHeadOptions {
  signal?: AbortSignal
  /** Told after each block how many rows are done, of all. */
  onProgress?: (done: number, of: number) => void
}

/** Rows in one run: some milliseconds, so that an abort is heard soon, and little memory beside the features. */
const block = 2048

/**
 * Embeds features [N, D] by a head as `learnHead` gave it: [N, d] float32.
 *
 * @throws MODEL_DAMAGED, MODEL_OUT_OF_MEMORY, CANCELLED
 */
export async function applyHead(features: Matrix, head: Uint8Array, options: ApplyHeadOptions = {}): Promise<Matrix> {
  const { signal, onProgress } = options
  const { rows } = features
  const session = await openSession(head, {
    providers: ['cpu'],
  })
  try {
    const embedding = matrix(rows, Number(session.outputs[0].shape?.[1]))
    for (let start = 0; start < rows; start += block) {
      if (signal?.aborted)
        throw new Cancelled('Embedding by the learnt head')
      const part = rowsBetween(features, start, start + block)
      const answers = await session.run({ features: tensorOf(part) })
      embedding.values.set(answers.embedding.values as Float32Array, start * embedding.columns)
      onProgress?.(start + part.rows, rows)
    }
    return embedding
  }
  finally {
    await session.release()
  }
}
