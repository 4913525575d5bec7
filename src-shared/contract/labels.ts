import { oc } from '@orpc/contract'
import * as z from 'zod'
import { blob, labelId, labelName, photoId, photoIds, share } from '#shared/contract/common'

export const label = z.object({
  id: labelId,
  name: z.string(),
  /** `#rrggbb`. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  /** The label it lies under; null at the top. */
  parent: labelId.nullable(),
  /** Photos that have it. */
  photos: z.int().nonnegative(),
  /** Photos it is suggested for. */
  suggested: z.int().nonnegative(),
})
export type Label = z.infer<typeof label>

export const labelling = z.object({
  labels: z.array(label),
  labelled: z.int().nonnegative(),
  /** Deliberate acts so far: what the labelling has cost. */
  actions: z.int().nonnegative(),
  /** What undo and redo would do next, in a person's words; null when there is nothing. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  /** The names of the calls that these were done for; null where they had none. */
  undoCall: z.string().nullable(),
  redoCall: z.string().nullable(),
})
export type Labelling = z.infer<typeof labelling>

/** What an act changed: photos or things, and the acts so far. */
export const changed = z.object({
  changed: z.int().nonnegative(),
  actions: z.int().nonnegative(),
})
export type Changed = z.infer<typeof changed>

/**
 * A name for a call, new for each: a call that had no answer may be made again under the same name, and is done but once,
 * whether it had been done the first time or not.
 */
const call = z.string().min(16).max(64).optional()

/** Something worth labelling next. */
const proposal = z.object({
  kind: z.enum(['row', 'photo']),
  /** uint32 photo ids, none of them labelled, the likest to the first one first: take as many from the start as are of one kind. */
  photos: blob,
  guess: labelId.nullable(),
  /** Of the photos nearest to the first, how many are expected to be wrong as long as nothing is done. */
  expectedWrong: z.number(),
  /** Why, in a sentence. */
  why: z.string(),
})

export const labelsContract = {
  list: oc.output(labelling),
  /** What to label next, the most useful first. */
  propose: oc.output(z.array(proposal)),
  /** Gives photos one label, by id or by name (made when new), or takes theirs away (null). One act. */
  assign: oc
    .input(z.object({
      photos: photoIds,
      label: z.union([
        z.object({ id: labelId }),
        z.object({ name: labelName }),
      ]).nullable(),
      call,
    }))
    .output(changed.extend({
      label: labelId.nullable(),
    })),
  /** Gives each photo its own label in one act: `labels[i]` is the name for `photos[i]`. */
  assignEach: oc
    .input(z.object({
      photos: z.array(photoId),
      labels: z.array(labelName),
    }).refine(({ photos, labels }) => photos.length === labels.length, { path: ['labels'], error: 'must be as many as the photos' }))
    .output(changed),
  rename: oc.input(z.object({ label: labelId, name: labelName, call })).output(changed),
  recolour: oc.input(z.object({ label: labelId, colour: label.shape.colour, call })).output(changed),
  /** Puts a label under another one, or with null at the top. */
  nest: oc.input(z.object({ label: labelId, under: labelId.nullable(), call })).output(changed),
  /** Gives a label's photos and the labels under it to another one, and removes it. */
  merge: oc.input(z.object({ label: labelId, into: labelId, call })).output(changed),
  /** Removes a label and takes it from its photos; labels under it go up to where it was. */
  remove: oc.input(z.object({ label: labelId, call })).output(changed),
  undo: oc.output(changed),
  redo: oc.output(changed),
}

export const suggestionsContract = {
  /** Works the suggestions out anew in the shown space. They are also renewed by themselves after labels or space change. */
  refresh: oc.output(z.object({
    suggested: z.int().nonnegative(),
  })),
  /** Accepts suggestions: those of one label or all, at or above a confidence, or only for the photos given. One act. */
  accept: oc
    .input(z.object({
      label: labelId.optional(),
      above: share.default(0),
      photos: photoIds.optional(),
      call,
    }))
    .output(changed),
  /** Refuses them: they are not suggested again for those photos. One act. */
  refuse: oc
    .input(z.object({
      label: labelId.optional(),
      above: share.default(0),
      photos: photoIds.optional(),
      call,
    }))
    .output(changed),
}
