import type { GraphSession } from '#main/graph/session'
import type { Tensor } from '#main/graph/tensor'
import type { Matrix } from '#main/matrix/matrix'
import { GraphBuilder } from '#main/graph/builder'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { floats } from '#main/graph/tensor'
import { matrix } from '#main/matrix/matrix'

/** Matrix products, and graphs of one's own, in ONNX Runtime, many times faster than loops where matrices are large. */
export interface MatrixProducts {
  /** AB. */
  product: (a: Matrix, b: Matrix) => Promise<Matrix>
  /** ABᵀ. */
  productWithRows: (a: Matrix, b: Matrix) => Promise<Matrix>
  /** AᵀB. */
  productOfColumns: (a: Matrix, b: Matrix) => Promise<Matrix>
  /** Runs a graph, which is built and opened the first time it is asked for, and answers its outputs by name. */
  run: (build: () => GraphBuilder, feeds: Record<string, Tensor>) => Promise<Record<string, Tensor>>
  release: () => Promise<void>
}

/** Opens the network of the products, for matrices of any size. */
export async function openMatrixProducts(): Promise<MatrixProducts> {
  const graph = new GraphBuilder('products')
  const a = graph.input('a', 'float32', ['N', 'M'])
  const b = graph.input('b', 'float32', ['M', 'K'])
  const c = graph.input('c', 'float32', ['L', 'M'])
  const d = graph.input('d', 'float32', ['N', 'J'])
  graph.output(graph.add('Gemm', [a, b]), 'product')
  graph.output(graph.add('Gemm', [a, c], { transB: 1 }), 'productWithRows')
  graph.output(graph.add('Gemm', [a, d], { transA: 1 }), 'productOfColumns')
  const session = await openSession(writeModel(graph.toModel()), { providers: ['cpu'] })
  const graphs = new Map<() => GraphBuilder, GraphSession>()
  const multiply = async (output: string, given: { a: Matrix, b?: Matrix, c?: Matrix, d?: Matrix }): Promise<Matrix> => {
    // Inputs that the wanted output does not need must be there all the same.
    const { a, b = matrix(a.columns, 1), c = matrix(1, a.columns), d = matrix(a.rows, 1) } = given
    const { [output]: { shape, values } } = await session.run({
      a: tensorOf(a),
      b: tensorOf(b),
      c: tensorOf(c),
      d: tensorOf(d),
    }, [output])
    return matrix(shape[0], shape[1], values as Float32Array<ArrayBuffer>)
  }
  return {
    product: (a, b) => multiply('product', { a, b }),
    productWithRows: (a, c) => multiply('productWithRows', { a, c }),
    productOfColumns: (a, d) => multiply('productOfColumns', { a, d }),
    run: async (build, feeds) => {
      const opened = graphs.get(build) ?? await openSession(writeModel(build().toModel()), { providers: ['cpu'] })
      graphs.set(build, opened)
      return opened.run(feeds)
    },
    release: async () => {
      for (const opened of [session, ...graphs.values()])
        await opened.release()
    },
  }
}

/** A matrix as a graph takes it. */
export function tensorOf({ rows, columns, values }: Matrix): Tensor {
  return floats([rows, columns], values)
}
