import type { OnnxJobs } from '#main/app/onnx-jobs'
import type { Embedder } from '#main/embed/embedder'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { networkWithHead } from '#main/backbones/network-with-head'
import { readBackbone } from '#main/backbones/read-backbone'
import { joinTail } from '#main/backbones/split-network'
import { openEmbedder } from '#main/embed/embedder'
import { readModel } from '#main/graph/protobuf/read-model'
import { writeModel } from '#main/graph/protobuf/write-model'
import { openSession } from '#main/graph/session'
import { applyHead } from '#main/learn/apply-head'
import { fitOfLabels } from '#main/learn/fit-of-labels'
import { learnDirect } from '#main/learn/learn-direct'
import { learnHead } from '#main/learn/learn-head'
import { learnWithoutLabels } from '#main/learn/learn-without-labels'
import { lossOf } from '#main/learn/losses/table'
import { openMatrixProducts } from '#main/learn/matrix-products'
import { trainPlainly } from '#main/learn/train-plainly'
import { takeRows } from '#main/matrix/matrix'
import { exactNeighbours } from '#main/neighbours/exact-neighbours'
import { neighboursModel } from '#main/neighbours/neighbours-model'
import { serveJobs } from '#main/threads/serve-jobs'
import { workBehind } from '#main/threads/work-behind'
import { tuningJobs } from '#main/worker/tune-network'

/** The backbones that are open, by their handles. */
const embedders = new Map<string, Embedder>()

workBehind()
serveJobs<OnnxJobs>({
  ...tuningJobs,

  async openBackbone({ model, backbone, taps, threads, tail }) {
    const bytes = await readFile(model)
    const tuned = tail && joinTail(readModel(bytes), backbone, readModel(tail))
    const embedder = await openEmbedder({
      model: tuned ? writeModel(tuned.model) : bytes,
      backbone: tuned?.backbone ?? backbone,
      taps,
      session: { threads },
    })
    const handle = randomUUID()
    embedders.set(handle, embedder)
    return { handle, provider: embedder.provider, refused: embedder.refused }
  },

  readBackbone: ({ file }) => readBackbone(file),

  joinHead: async ({ model, ...input }) => networkWithHead({ model: await readFile(model), ...input }),

  async embed({ handle, pixels }) {
    const embedder = embedders.get(handle)
    if (!embedder)
      throw new Error('A backbone is opened before photos are embedded.')
    return embedder.embed(pixels)
  },

  async releaseBackbone({ handle }) {
    await embedders.get(handle)?.release()
    embedders.delete(handle)
  },

  neighbours: ({ space, k }, { signal, progress }) => exactNeighbours(space, k, { signal, onProgress: progress }),

  async learnHead({ dimensions, loss, optimizer, schedule, seed, pointwise, clusters, embed, ...inputs }, { signal, progress }) {
    const options = { dimensions, loss, optimizer, schedule, seed, pointwise, embed, signal, onProgress: progress }
    const learnt = lossOf(loss).withoutLabels
      ? await learnWithoutLabels(inputs, { ...options, clusters })
      : await (dimensions === 2 ? learnDirect : learnHead)(inputs, options)
    return embed && learnt.kept && !learnt.embedding ? { ...learnt, embedding: await applyHead(inputs.features, learnt.head, { signal }) } : learnt
  },

  async fitOfLabels({ space, rows, classes }, { signal }) {
    const products = await openMatrixProducts()
    try {
      return await fitOfLabels(takeRows(space, rows), classes, products, signal)
    }
    finally {
      await products.release()
    }
  },

  trainPlainly: (inputs, { signal }) => trainPlainly(inputs, signal),

  applyHead: ({ features, head }, { signal }) => applyHead(features, head, { signal }),

  async probeProviders() {
    const session = await openSession(writeModel(neighboursModel))
    await session.release()
    return [
      ...session.refused.map(({ provider, reason }) => ({ id: provider, usable: false, reason })),
      { id: session.provider, usable: true, reason: null },
    ]
  },
})
