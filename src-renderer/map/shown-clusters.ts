import type { MapCluster } from './photo-map-types'
import type { PhotoSet } from './photo-set'
import { MapClusters } from './map-clusters'
import { photoSetOf } from './photo-set'

/** Where clusters are drawn. */
export interface ClusterCanvas {
  setClusters: (clusters: MapCluster[]) => void
}

/** The map's clusters, and when they may be seen: never at the places that photos are leaving. */
export class ShownClusters {
  clusters = new MapClusters([], new Int32Array(), photoSetOf({ ids: new Uint32Array(), xy: new Float32Array(), aspects: new Float32Array() }))
  #due = false
  #fit = false
  #apart = false

  set(clusters: MapCluster[], of: Int32Array, set: PhotoSet): void {
    this.clusters = new MapClusters(clusters, of, set)
    this.#fit = true
    this.#due = true
  }

  /** Photos have gone elsewhere: outlines and names are those of the old places until others are set. */
  outdate(): void {
    this.#fit = false
  }

  /** Says whether photos are for a while not where their clusters are. */
  setApart(apart: boolean): void {
    this.#apart = apart
  }

  /** Draws new clusters once the old ones have faded. Says whether clusters should be seen. */
  step(gliding: boolean, visible: number, canvases: ClusterCanvas[]): boolean {
    if (this.#due && (!gliding || visible === 0)) {
      this.#due = false
      for (const canvas of canvases)
        canvas.setClusters(this.clusters.clusters)
    }
    return this.#fit && !this.#apart && !gliding
  }
}
