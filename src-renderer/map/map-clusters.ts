import type { CanvasPoint, MapCluster } from './photo-map-types'
import type { PhotoSet } from './photo-set'
import { pointInPolygon } from './point-in-polygon'

/** Which photos belong to which cluster. */
export class MapClusters {
  readonly clusters: MapCluster[]
  readonly #of: Map<number, number>

  /** `of`: cluster index of each of the set's photos, −1 for a stray. */
  constructor(clusters: MapCluster[], of: Int32Array, set: PhotoSet) {
    this.clusters = clusters
    this.#of = new Map()
    for (let row = 0; row < Math.min(of.length, set.live); row++)
      this.#of.set(set.ids[row], of[row])
  }

  /** The cluster of a photo; −1 for a stray. */
  clusterOf(photo: number): number {
    return this.#of.get(photo) ?? -1
  }

  photosOf(cluster: number): Uint32Array {
    const photos: number[] = []
    for (const [photo, of] of this.#of) {
      if (of === cluster)
        photos.push(photo)
    }
    return Uint32Array.from(photos)
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
