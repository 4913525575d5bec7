import type { Loss } from '#main/learn/losses/loss'
import { floats } from '#main/graph/tensor'
import { crossEntropy } from '#main/learn/losses/cross-entropy'
import { dotProduct } from '#main/matrix/distance'
import { kMeans } from '#main/matrix/k-means'
import { matrix } from '#main/matrix/matrix'
import { principalComponents, projectOnto } from '#main/matrix/principal-components'
import { unitLength } from '#main/matrix/unit-length'

const rounds = 10

/** DeepCluster: k-means on the embedding gives every photo a label of its own making, cross-entropy learns them, and so on in turn. */
export const deepCluster: Loss = {
  id: 'deep-cluster',
  title: 'DeepCluster',
  sentence: 'Clusters photos and learns to tell the clusters apart, in turn. Needs no labels.',
  formula: 'as `cross-entropy`, of the clusters that k-means finds in the embedding along its principal components, each of unit variance, at unit length',
  source: 'Caron, Bojanowski, Joulin, Douze 2018, Deep Clustering for Unsupervised Learning of Visual Features',
  weights: crossEntropy.weights,
  build: crossEntropy.build,
  withoutLabels: {
    targets: async ({ embedding, clusters, seed, signal }) => {
      const components = await principalComponents(embedding, embedding.columns, { seed, signal })
      const turned = await projectOnto(embedding, components, signal)
      const { columns } = turned
      const scales = Array.from(components.variances, variance => 1 / Math.sqrt(Math.max(variance, 1e-12)))
      const white = unitLength(matrix(turned.rows, columns, turned.values.map((value, at) => value * scales[at % columns])))
      const { of } = await kMeans(white, clusters, { seed, rounds, signal })
      const targets = matrix(embedding.rows, clusters)
      of.forEach((cluster, row) => targets.values[row * clusters + cluster] = 1)
      return targets
    },
    // The nearest middle as a linear classifier. The paper starts at random, which takes a whole epoch to make up for.
    weightsFrom: ({ rows, columns, values }) => ({
      classWeights: floats([columns, rows], Float32Array.from({ length: values.length }, (_, at) => values[at % rows * columns + Math.floor(at / rows)])),
      classBias: floats([rows], Float32Array.from({ length: rows }, (_, k) => -dotProduct(values, k * columns, values, k * columns, columns) / 2)),
    }),
    startsAgain: true,
  },
}
