import type { CanvasPoint, MapCluster } from './photo-map-types'
import type { PhotoSet } from './photo-set'
import { pointInPolygon } from './point-in-polygon'

/** Which photos belong to which cluster. */
export class MapClusters {
  readonly clusters: MapCluster[]
  readonly #of: Int32Array
  readonly #set: PhotoSet

  /** `of`: cluster index of each of the set's photos, −1 for a stray. */
  constructor(clusters: MapCluster[], of: Int32Array, set: PhotoSet) {
    this.clusters = clusters
    this.#of = of
    this.#set = set
  }

  /** The cluster of a photo; −1 for a stray. */
  clusterOf(photo: number): number {
    const row = this.#set.rowOf(photo)
    return row < 0 ? -1 : this.#of[row] ?? -1
  }

  photosOf(cluster: number): Uint32Array {
    return this.#set.ids.subarray(0, this.#of.length).filter((_, row) => this.#of[row] === cluster)
  }

  /** The smallest cluster whose outline holds a map point; −1 for none. */
  at({ x, y }: CanvasPoint): number {
    let found: MapCluster | null = null
    for (const cluster of this.clusters) {
      if ((found === null || cluster.photos < found.photos) && pointInPolygon(x, y, cluster.outline))
        found = cluster
    }
    return found?.index ?? -1
  }
}
