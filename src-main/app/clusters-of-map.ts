import type { CoreContext } from '#main/app/core-context'
import type { OpenLibrary } from '#main/app/open-library'
import type { ClusterTree } from '#main/cluster/cluster-tree'
import type { Projection } from '#main/store/projections'
import type { Cluster } from '#shared/contract/map'
import type { LabelId, ProjectionId } from '#shared/domain/ids'
import { createHash } from 'node:crypto'
import { NothingEmbedded } from '#main/app/app-errors'
import { backboneOf, classNamesOf } from '#main/app/backbone-in-use'
import { eachMatch } from '#main/app/each-match'
import { shownProjection } from '#main/app/show-space'
import { assignments } from '#main/store/assignments'
import { projectionById } from '#main/store/projections'

/** The clusters of a map; `of` is [N] in the order of the map's photos, −1 for a stray. */
export interface ClustersOfMap {
  projection: ProjectionId
  of: Int32Array
  clusters: Cluster[]
}

/** What the map is cut by where nobody says otherwise. */
const usualGranularity = 0.5

/** Clusters of a map, by default the shown one, at a granularity of 0 (few) to 1 (many). @throws NOTHING_EMBEDDED */
export async function clustersOfMap(core: CoreContext, library: OpenLibrary, granularity = usualGranularity, projection?: ProjectionId): Promise<ClustersOfMap> {
  const map = projection === undefined
    ? shownProjection(library)
    : projectionById(library.db, projection)
  if (!map)
    throw new NothingEmbedded()
  const backbone = backboneOf(library)
  const [tree, scores, classNames] = await Promise.all([
    clusterTree(core, map),
    library.classScoresOf(map.photos, backbone),
    classNamesOf(core, backbone),
  ])
  const { of, clusters } = await core.geometry.call('clusters', {
    tree,
    xy: map.xy,
    granularity,
    scores,
    classNames: classNames ?? [],
  })
  const counts = labelCounts(library, map.photos, of, clusters.length)
  return {
    projection: map.id,
    of,
    clusters: clusters.map((cluster, index) => ({
      index,
      ...cluster,
      ...majority(counts[index]),
    })),
  }
}

/** Trees that are kept: of the two maps that may be side by side, and of the one each of them showed before. */
const mostTrees = 4

/** The trees of the maps asked for last, the latest last; a map is known by where its photos lie. */
const known = new WeakMap<CoreContext, Map<string, Promise<ClusterTree>>>()

function clusterTree(core: CoreContext, { id, xy }: Projection): Promise<ClusterTree> {
  const key = `${id} ${createHash('sha1').update(xy).digest('hex')}`
  const trees = known.get(core) ?? new Map<string, Promise<ClusterTree>>()
  known.set(core, trees)
  const tree = trees.get(key) ?? core.geometry.call('clusterTree', { xy })
  trees.delete(key)
  trees.set(key, tree)
  tree.catch(() => trees.delete(key))
  for (const oldest of trees.keys()) {
    if (trees.size <= mostTrees)
      break
    trees.delete(oldest)
  }
  return tree
}

/** How many photos of each cluster have each label. */
function labelCounts(library: OpenLibrary, photos: Uint32Array, of: Int32Array, clusters: number): Map<number, number>[] {
  const counts = Array.from({ length: clusters }, () => new Map<number, number>())
  const labelled = assignments(library.db)
  eachMatch(photos, labelled.photos, (at, from) => {
    if (of[at] >= 0)
      counts[of[at]].set(labelled.labels[from], (counts[of[at]].get(labelled.labels[from]) ?? 0) + 1)
  })
  return counts
}

function majority(counts: Map<number, number>): { labelled: number, label: LabelId | null } {
  let labelled = 0
  let label: number | null = null
  for (const [id, photos] of counts) {
    labelled += photos
    if (label === null || photos > counts.get(label)!)
      label = id
  }
  return { labelled, label: label as LabelId | null }
}
