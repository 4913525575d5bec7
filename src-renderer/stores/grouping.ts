import type { Cluster } from '#shared/contract/map'

/** The groups of one map at one granularity. */
export interface Grouping {
  projection: number
  /** The group of each photo of the map, −1 for a stray. */
  of: Int32Array
  clusters: Cluster[]
}
