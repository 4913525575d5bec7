import { oc } from '@orpc/contract'
import * as z from 'zod'
import { blob, labelId, photoId, spaceId } from '#shared/contract/common'

const labelQuality = z.object({
  label: labelId,
  name: z.string(),
  photos: z.int(),
  /** Mean silhouette of its photos, −1 to 1. */
  silhouette: z.number(),
  /** Share of its photos whose nearest labelled neighbour has the same label. */
  accuracy: z.number(),
})

/** How well the labels fit a space. */
export const quality = z.object({
  space: spaceId,
  silhouette: z.number(),
  accuracy: z.number(),
  byLabel: z.array(labelQuality),
  /** Labelled photos that lie on the whole nearer to another label than to their own, worst first; the nearest photo may be of their own. */
  suspects: z.array(z.object({
    photo: photoId,
    path: z.string(),
    label: z.string(),
    silhouette: z.number(),
  })),
  /** uint32 photo ids and float32 silhouettes of all labelled photos, in the same order. */
  photos: blob,
  silhouettes: blob,
  /** uint32 label ids in the same order: the label of each photo's nearest other labelled photo, 0 where there is none. */
  nearest: blob,
})
export type Quality = z.infer<typeof quality>

export const qualityContract = {
  of: oc.input(z.object({
    space: spaceId.optional(),
  })).output(quality),
}
