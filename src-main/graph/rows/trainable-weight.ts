import type { Tensor } from '#main/graph/tensor'
import { elementCount, floats } from '#main/graph/tensor'

/** A weight of a network in the form that it is trained in. */
export interface TrainableWeight {
  shape: readonly number[]
  /** As it is at the start: made anew when asked for, as weights are many megabytes. */
  start: () => Float32Array
  /** A trained one in the form that the network holds it in. */
  restore: (values: Float32Array) => Tensor
}

/** Trained as the network holds it. */
export function plainWeight(tensor: Tensor): TrainableWeight {
  return { shape: tensor.shape, start: () => Float32Array.from(tensor.values as Float32Array), restore: asShaped(tensor.shape) }
}

function asShaped(shape: readonly number[]): (values: Float32Array) => Tensor {
  return values => floats(shape, values)
}

/** Weights [C′, C, h, w] of a convolution as [taps·C, C′]; what lies at no tap stays as it is. */
export function convolutionWeight(tensor: Tensor, taps: readonly number[]): TrainableWeight {
  const order: KernelOrder = { shape: tensor.shape, taps }
  return {
    shape: [taps.length * tensor.shape[1], tensor.shape[0]],
    start() {
      const values = tensor.values as Float32Array
      const start = new Float32Array(tensor.shape[0] * tensor.shape[1] * taps.length)
      eachElement(order, (there, here) => start[here] = values[there])
      return start
    },
    restore: restorer(order, taps.length < kernelOf(order) ? (tensor.values as Float32Array).slice() : undefined),
  }
}

interface KernelOrder { shape: readonly number[], taps: readonly number[] }

/** Apart from where the weight was read, so that it does not keep the many megabytes of it alive. */
function restorer(order: KernelOrder, rest: Float32Array | undefined): (trained: Float32Array) => Tensor {
  return (trained) => {
    const restored = rest?.slice() ?? new Float32Array(elementCount(order.shape))
    eachElement(order, (there, here) => restored[there] = trained[here])
    return floats(order.shape, restored)
  }
}

function eachElement(order: KernelOrder, move: (there: number, here: number) => void): void {
  const [out, channels] = order.shape
  const kernel = kernelOf(order)
  for (let o = 0; o < out; o++) {
    for (let c = 0; c < channels; c++)
      order.taps.forEach((tap, t) => move((o * channels + c) * kernel + tap, (t * channels + c) * out + o))
  }
}

function kernelOf({ shape }: KernelOrder): number {
  return shape[2] * shape[3]
}
