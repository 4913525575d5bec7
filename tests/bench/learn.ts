import type { Core } from '#shared/contract/contract'
import type { PhotoId } from '#shared/domain/ids'
import type { BenchRow } from '#tests/bench/bench-row'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openCore } from '#main/app/open-core'
import { sampleOfGroups } from '#main/hosts/cli/sample-of-groups'
import { squaredDistance } from '#main/matrix/distance'
import { uint32Of } from '#shared/contract/blobs'
import { median } from '#tests/bench/bench-row'
import { learnInLibrary } from '#tests/bench/learn-library'
import { photoFolder } from '#tests/bench/photo-folder'

const seeds = [0, 1, 2, 3, 4]

interface Truth {
  id: PhotoId
  label: string
}

/**
 * A fifth of each folder's photos are labelled with its name, the rest is suggested after learning: the share that is
 * right, beside what the nearest labelled photo in the network's own space says.
 */
export async function run(): Promise<BenchRow[]> {
  const { photos, scratch, clean } = await photoFolder()
  const { client, close } = await openCore({ home: scratch })
  try {
    await client.library.open({
      folder: photos,
      file: join(scratch, 'learn.silhouette'),
      index: false,
    })
    await client.tasks.ended({ task: (await client.indexing.start({})).id })
    const truth = (await client.photos.paths()).map(({ id, path }) => ({
      id,
      label: path.split('/').at(-2)!,
    }))
    const vectors = await rawVectors(client, join(scratch, 'vectors'))
    const ours: number[] = []
    const nearest: number[] = []
    const seconds: number[] = []
    for (const seed of seeds) {
      const labelled = sampleOfGroups(truth, 0.2, seed)
      await client.labels.assignEach({
        photos: labelled.map(({ id }) => id),
        labels: labelled.map(({ label }) => label),
      })
      const { result, error } = await client.tasks.ended({ task: (await client.learning.learn({ seed })).id })
      if (!result)
        throw new Error(error?.message)
      seconds.push(result.seconds as number)
      await client.suggestions.refresh()
      ours.push(await shareRight(client, truth, labelled))
      nearest.push(nearestRight(vectors, truth, labelled))
      while ((await client.labels.list()).undo)
        await client.labels.undo()
    }
    const ratio = median(ours.map((own, i) => own / nearest[i]))
    return [
      {
        name: 'suggestions right, a fifth labelled',
        ours: median(ours),
        peer: median(nearest),
        unit: 'share',
        ratio,
        bar: '> 1',
      },
      {
        name: 'learn, without the map',
        ours: median(seconds),
        peer: null,
        unit: 's',
        ratio: null,
        bar: '< 5',
      },
      await learnInLibrary(),
    ]
  }
  finally {
    await close()
    await clean()
  }
}

async function shareRight(core: Core, truth: Truth[], labelled: Truth[]): Promise<number> {
  const { labels } = await core.labels.list()
  const names = new Map<number, string>(labels.map(({ id, name }) => [id, name]))
  const columns = await core.photos.columns()
  const [ids, suggestions] = await Promise.all([
    uint32Of(columns.ids),
    uint32Of(columns.suggestions),
  ])
  const suggested = new Map(Array.from(ids, (id, i) => [
    id,
    names.get(suggestions[i]),
  ]))
  const known = new Set<number>(labelled.map(({ id }) => id))
  const rest = truth.filter(({ id }) => !known.has(id))
  return rest.filter(({ id, label }) => suggested.get(id) === label).length / rest.length
}

/** [N, D] of the network's own space, in the order of the photos' ids. */
async function rawVectors(core: Core, to: string): Promise<{ columns: number, values: Float32Array }> {
  await core.exports.write({ format: 'vectors', to })
  const file = await readFile(join(to, 'vectors.npy'))
  const start = 10 + file.readUInt16LE(8)
  const columns = Number(/\(\d+, (\d+)\)/.exec(file.toString('latin1', 10, start))![1])
  return {
    columns,
    values: new Float32Array(new Uint8Array(file.subarray(start)).buffer),
  }
}

function nearestRight({ columns, values }: { columns: number, values: Float32Array }, truth: Truth[], labelled: Truth[]): number {
  const known = new Set<number>(labelled.map(({ id }) => id))
  const from = truth.flatMap(({ id }, row) => known.has(id)
    ? [row]
    : [])
  const rest = truth.flatMap(({ id }, row) => known.has(id)
    ? []
    : [row])
  const right = rest.filter((row) => {
    const distances = from.map(other => squaredDistance(values, row * columns, values, other * columns, columns))
    return truth[from[distances.indexOf(Math.min(...distances))]].label === truth[row].label
  })
  return right.length / rest.length
}
