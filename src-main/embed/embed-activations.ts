import type { Matrix } from '#main/matrix/matrix'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'
import { matrix } from '#main/matrix/matrix'
import { Cancelled } from '#shared/errors/cancelled'

/** Photos in one run. */
const block = 16

/**
 * Embeds photos by what the frozen part of a network made of them: only the trained tail is run.
 * @param tail the bytes of an ONNX file, from the boundary [N, channels, height, width] to the embedding
 * @param count photos
 * @param activationsOf of one photo, [height, width, channels] float32
 * @returns [count, d] float32
 * @throws MODEL_DAMAGED, MODEL_OUT_OF_MEMORY, CANCELLED
 */
export async function embedActivations(tail: Uint8Array, count: number, activationsOf: (photo: number) => Float32Array, signal?: AbortSignal): Promise<Matrix> {
  const session = await openSession(tail, { providers: ['cpu'] })
  try {
    const [input] = session.inputs
    const [channels, height, width] = input.shape!.slice(1).map(Number)
    const places = height * width
    const embedding = matrix(count, Number(session.outputs[0].shape?.[1]))
    for (let start = 0; start < count; start += block) {
      if (signal?.aborted)
        throw new Cancelled('Embedding by the trained network')
      const rows = Math.min(block, count - start)
      const values = new Float32Array(rows * channels * places)
      for (let row = 0; row < rows; row++) {
        const kept = activationsOf(start + row)
        const to = row * channels * places
        for (let place = 0; place < places; place++) {
          for (let channel = 0; channel < channels; channel++)
            values[to + channel * places + place] = kept[place * channels + channel]
        }
      }
      const answers = await session.run({ [input.name]: floats([rows, channels, height, width], values) })
      embedding.values.set(answers[session.outputs[0].name].values as Float32Array, start * embedding.columns)
    }
    return embedding
  }
  finally {
    await session.release()
  }
}
