import { oc } from '@orpc/contract'
import * as z from 'zod'
import { blob, labelId, photoId, share } from '#shared/contract/common'

/** Everything the map must know of each photo, as columns of equal length in rising order of `ids`. */
export const photoColumns = z.object({
  count: z.int().nonnegative(),
  /** uint32 photo ids. */
  ids: blob,
  /** uint32 label ids, 0 where unlabelled. */
  labels: blob,
  /** uint32 label ids, 0 where nothing is suggested. */
  suggestions: blob,
  /** float32 confidence of the suggestion, 0 to 1. */
  confidences: blob,
  /** float32 width ÷ height. */
  aspects: blob,
  /** uint32 numbers that change with a photo's picture: the atlas page of a changed photo must be fetched again. */
  versions: blob,
})

/** The labels among those columns, alone: ids of the labelled photos and of those with a suggestion, each rising. */
export const photoLabels = z.object({
  /** uint32 photo ids, and uint32 label ids in the same order. */
  labelled: blob,
  labels: blob,
  /** uint32 photo ids, and in the same order uint32 label ids and float32 confidences, 0 to 1. */
  suggested: blob,
  suggestions: blob,
  confidences: blob,
})

/** One photo, for the large view. */
export const photoDetails = z.object({
  id: photoId,
  /** Relative to the library's folder. */
  path: z.string(),
  /** Whether its file is there now. */
  here: z.boolean(),
  width: z.int().nonnegative(),
  height: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** Milliseconds since 1970; of the file. */
  modifiedAt: z.number(),
  /** As the camera wrote it, ISO 8601 without a zone; null where it wrote none. */
  takenAt: z.string().nullable(),
  camera: z.string().nullable(),
  lens: z.string().nullable(),
  exposure: z.string().nullable(),
  place: z.object({
    latitude: z.number(),
    longitude: z.number(),
  }).nullable(),
  label: labelId.nullable(),
  suggestion: z.object({ label: labelId, confidence: share }).nullable(),
  /** What the network takes it for, most likely first. */
  classes: z.array(z.object({
    name: z.string(),
    score: share,
  })),
  /** Silhouette in the shown space; null while the photo has no label or its label no second photo. */
  silhouette: z.number().nullable(),
})
export type PhotoDetails = z.infer<typeof photoDetails>

export const photosContract = {
  columns: oc.output(photoColumns),
  /** What of the columns an act on labels may have changed. */
  labels: oc.output(photoLabels),
  /** Ids and paths (relative to the library's folder) of all photos that can be read, in rising order of id. */
  paths: oc.output(z.array(z.object({
    id: photoId,
    path: z.string(),
  }))),
  /** A JPEG of 32 × 32 thumbnails of `cell` px, photo ids `page·1024 + 1` onward; empty cells are mid-grey. */
  atlas: oc.input(z.object({
    page: z.int().nonnegative(),
    cell: z.union([
      z.literal(32),
      z.literal(64),
    ]),
  })).output(blob),
  /** JPEGs of at most 256 px, one after another in `jpegs`; `sizes` gives the bytes of each, 0 for a missing one. */
  thumbnails: oc
    .input(z.object({
      photos: z.array(photoId).min(1).max(128),
    }))
    .output(z.object({
      sizes: z.array(z.int().nonnegative()),
      jpegs: blob,
      /** Why a photo has none. */
      failed: z.array(z.object({ photo: photoId, code: z.string(), message: z.string(), data: z.record(z.string(), z.unknown()) })),
    })),
  /** Photos whose file was not there when it was wanted last: they are marked until the folder is looked through again. */
  gone: oc.output(z.array(photoId)),
  /** A JPEG of the photo, upright, its longer side at most `side` px. */
  image: oc.input(z.object({
    photo: photoId,
    side: z.int().min(64).max(8192),
  })).output(blob),
  details: oc.input(z.object({ photo: photoId })).output(photoDetails),
}
