import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { localPath, photoId, projectionId, spaceId } from '#shared/contract/common'
import { task } from '#shared/contract/tasks'

/** An open library in short: what a window's frame shows. */
export const libraryState = z.object({
  /** The library's own file, `*.silhouette`. */
  file: localPath,
  /** The folder of photos; null in a library that has not been given one. */
  folder: localPath.nullable(),
  /** The folder's last part, for a title. */
  name: z.string(),
  photos: z.int().nonnegative(),
  embedded: z.int().nonnegative(),
  /** Photos that cannot be read. */
  failed: z.int().nonnegative(),
  /** Sub-folders and files that could not be looked at: none of the photos counted. */
  unseen: z.int().nonnegative(),
  /** Photos whose file has left the folder: not shown, not counted, not forgotten. */
  missing: z.int().nonnegative(),
  labelled: z.int().nonnegative(),
  backbone: z.string(),
  /** The space and projection now shown on the map; null before the first. */
  space: spaceId.nullable(),
  projection: projectionId.nullable(),
})
export type LibraryState = z.infer<typeof libraryState>

/** A library as it was opened; with the folder it was of before, where its photos were moved from there. */
const openedLibrary = libraryState.extend({ movedFrom: localPath.nullable() })
export type OpenedLibrary = z.infer<typeof openedLibrary>

export const recentLibrary = z.object({
  file: localPath,
  folder: localPath.nullable(),
  name: z.string(),
  photos: z.int().nonnegative(),
  /** Milliseconds since 1970, UTC. */
  openedAt: z.number(),
})
export type RecentLibrary = z.infer<typeof recentLibrary>

/**
 * Something changed; who shows it asks again for what it needs. `photos`: photos came, went or were embedded.
 * `map`: another projection is shown, or the shown one moved. `labels`: names, colours, assignments, undo and redo.
 * `suggestions`: other suggestions. `runs`: a run came or went.
 */
export const libraryChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      'library',
      'photos',
      'map',
      'labels',
      'suggestions',
      'runs',
    ]),
  }),
  z.object({
    kind: z.literal('task'),
    task,
  }),
])
export type LibraryChange = z.infer<typeof libraryChange>

export const libraryContract = {
  /**
   * Opens the library of a folder, or makes one; `file` names it, else it is kept in the user's data folder. With
   * `index`, what is new in the folder is indexed from now on. A library goes with photos that were moved or renamed.
   */
  open: oc.input(z.object({
    folder: localPath,
    file: localPath.optional(),
    index: z.boolean().default(true),
  })).output(openedLibrary),
  /** Opens a library by its file, without looking into its folder. */
  openFile: oc.input(z.object({ file: localPath })).output(libraryState),
  current: oc.output(libraryState.nullable()),
  recent: oc.output(z.array(recentLibrary)),
  close: oc.output(z.null()),
  /** Changes from now on; the first event is always `library`. */
  watch: oc.output(eventIterator(libraryChange)),
}

/** A photo that could not be read, and why. */
export const photoFailure = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
})
export type PhotoFailure = z.infer<typeof photoFailure>

/** A photo whose file has left the folder; its label waits for it. */
export const missingPhoto = z.object({ id: photoId, path: z.string(), label: z.string().nullable() })
export type MissingPhoto = z.infer<typeof missingPhoto>

export const indexingContract = {
  /** Scans the folder again and embeds what is new or changed, `retry`: what failed before too. */
  start: oc
    .input(z.object({
      retry: z.boolean().default(false),
      backbone: z.string().optional(),
      taps: z.array(z.string()).optional(),
    }))
    .output(task),
  failures: oc.output(z.array(photoFailure)),
  missing: oc.output(z.array(missingPhoto)),
}
