import type { CanvasPoint, MapCluster } from './photo-map-types'
import type { PhotoSet } from './photo-set'
import { distanceToEdge, pointInPolygon } from './point-in-polygon'

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

  /**
   * The smallest cluster whose outline holds a map point; where none does, the one whose outline is nearest, if it is
   * within `pad` map units, as far out as its line is drawn; −1 for none.
   */
  at({ x, y }: CanvasPoint, pad: number): number {
    let found: MapCluster | null = null
    for (const cluster of this.clusters) {
      if ((found === null || cluster.photos < found.photos) && pointInPolygon(x, y, cluster.outline))
        found = cluster
    }
    let least = pad
    for (const cluster of found ? [] : this.clusters) {
      const away = distanceToEdge(x, y, cluster.outline)
      if (away > least)
        continue
      found = cluster
      least = away
    }
    return found?.index ?? -1
  }
}
