import type { LabelId, PhotoId, ProjectionId, RunId, SpaceId, TaskId } from '#shared/domain/ids'
import * as z from 'zod'

const id = z.int().positive()

export const photoId = id.transform(value => value as PhotoId)
export const labelId = id.transform(value => value as LabelId)
export const spaceId = id.transform(value => value as SpaceId)
export const projectionId = id.transform(value => value as ProjectionId)
export const runId = id.transform(value => value as RunId)
export const taskId = id.transform(value => value as TaskId)

/** A path on the machine the core runs on. */
export const localPath = z.string().min(1).max(4096)

/** Bytes or packed numbers; what they are, each call says. */
export const blob = z.instanceof(Blob)

/** Photo ids, each a uint32. */
export const photoIds = blob.refine(({ size }) => size % 4 === 0, 'must be of whole uint32 numbers')

/** A label's name as a person types it: trimmed, not empty, on one line. */
export const labelName = z.string().trim().min(1).max(120).regex(/^[^\n\r\t]+$/)

/** A number between 0 and 1. */
export const share = z.number().min(0).max(1)

/** What a space is, in a line. */
export const spaceSummary = z.object({
  id: spaceId,
  /** A person's words, such as *EfficientNet-Lite0, last layer* or *Run 3*. */
  title: z.string(),
  backbone: z.string(),
  tap: z.string(),
  /** The run whose head made the space; null for a layer of the network itself. */
  run: runId.nullable(),
  dimensions: z.int().positive(),
  photos: z.int().nonnegative(),
})
export type SpaceSummary = z.infer<typeof spaceSummary>

/** How well labelled photos lie with their own: on photos held out from the training. */
export const heldOutQuality = z.object({
  /** Mean silhouette, −1 to 1. */
  silhouette: z.number(),
  /** Share of held-out photos whose nearest class is their own, 0 to 1. */
  accuracy: share,
})
export type HeldOutQuality = z.infer<typeof heldOutQuality>
