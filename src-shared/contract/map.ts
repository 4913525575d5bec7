import { oc } from '@orpc/contract'
import * as z from 'zod'
import { blob, labelId, projectionId, share, spaceId, spaceSummary } from '#shared/contract/common'
import { task } from '#shared/contract/tasks'

export const projectionMethod = z.enum(['umap', 'pca', 'tsne', 'direct'])
export type ProjectionMethod = z.infer<typeof projectionMethod>

/** A map: where each photo of a space lies in two dimensions. */
export const projectedMap = z.object({
  projection: projectionId,
  space: spaceSummary,
  method: projectionMethod,
  /** uint32 photo ids, rising; a photo that is not embedded yet is not among them. */
  ids: blob,
  /** float32 [N, 2] x, y in map units: centred on 0, most photos within −1…1; y grows downward. */
  xy: blob,
})
export type ProjectedMap = z.infer<typeof projectedMap>

/** A region of the map that stands out at the chosen granularity. */
export const cluster = z.object({
  /** What `of` calls it. */
  index: z.int().nonnegative(),
  /** A guess of what it shows, from the network's class scores; null where no guess is good. */
  name: z.string().nullable(),
  photos: z.int().positive(),
  labelled: z.int().nonnegative(),
  /** The label most of its labelled photos have. */
  label: labelId.nullable(),
  /** x, y, x, y … of a closed polygon, map units. */
  outline: z.array(z.number()),
  /** Its middle, where a name may stand. */
  x: z.number(),
  y: z.number(),
})
export type Cluster = z.infer<typeof cluster>

export const mapContract = {
  /** The map now shown; null before the first. */
  current: oc.output(projectedMap.nullable()),
  spaces: oc.output(z.array(spaceSummary)),
  /** A space's last map (by the method given, or any), without showing it to anyone else; null where it has none. */
  ofSpace: oc
    .input(z.object({
      space: spaceId,
      method: projectionMethod.optional(),
    }))
    .output(projectedMap.nullable()),
  /** Lays out a space, with the shown map's bearings, for `ofSpace` to answer: nothing else is shown because of it. */
  arrange: oc
    .input(z.object({
      space: spaceId,
      method: projectionMethod.optional(),
      seed: z.int().nonnegative().default(0),
    }))
    .output(task),
  /**
   * Lays out a map that `ofSpace` told again, in its place, with the photos that came and without those that went; while
   * photos are read, not before there are four times as many. Null where there is nothing to do, or another map is being
   * laid out.
   */
  grow: oc.input(z.object({ projection: projectionId })).output(task.nullable()),
  /** Projects a space (default: the shown one) anew, keeps the old map's bearings, and shows it. */
  project: oc
    .input(z.object({
      space: spaceId.optional(),
      method: projectionMethod.default('umap'),
      seed: z.int().nonnegative().default(0),
    }))
    .output(task),
  /** Shows another space: its last projection (by the method given, or any), or a new one where it has none. */
  show: oc.input(z.object({ space: spaceId, method: projectionMethod.optional() })).output(task.nullable()),
  /** Clusters of a map (by default the shown one). `of`: int32 [N] cluster index in the order of the map's ids, −1 for a stray. */
  clusters: oc.input(z.object({
    granularity: share.default(0.5),
    projection: projectionId.optional(),
  })).output(z.object({
    projection: projectionId,
    of: blob,
    clusters: z.array(cluster),
  })),
}
