import type { Tensor } from '#main/graph/tensor'
import { floats } from '#main/graph/tensor'

/** A weight of a network in the form that it is trained in. */
export interface TrainableWeight {
  /** As it is at the start. */
  start: Tensor
  /** A trained one in the form that the network holds it in. */
  restore: (values: Float32Array) => Tensor
}

/** Trained as the network holds it. */
export function plainWeight(tensor: Tensor): TrainableWeight {
  return { start: tensor, restore: values => floats(tensor.shape, values) }
}

/** Weights [C′, C, h, w] of a convolution as [taps·C, C′]; what lies at no tap stays as it is. */
export function convolutionWeight(tensor: Tensor, taps: readonly number[]): TrainableWeight {
  const [out, channels, height, width] = tensor.shape
  const kernel = height * width
  const values = tensor.values as Float32Array
  const move = (each: (there: number, here: number) => void): void => {
    for (let o = 0; o < out; o++) {
      for (let c = 0; c < channels; c++)
        taps.forEach((tap, t) => each((o * channels + c) * kernel + tap, (t * channels + c) * out + o))
    }
  }
  // The network's own values can be let go of where every one of them is trained.
  const rest = taps.length < kernel ? values : undefined
  const start = new Float32Array(taps.length * channels * out)
  move((there, here) => start[here] = values[there])
  return {
    start: floats([taps.length * channels, out], start),
    restore: (trained) => {
      const restored = rest?.slice() ?? new Float32Array(out * channels * kernel)
      move((there, here) => restored[there] = trained[here])
      return floats(tensor.shape, restored)
    },
  }
}
