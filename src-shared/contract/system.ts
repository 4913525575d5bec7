import { oc } from '@orpc/contract'
import * as z from 'zod'
import { localPath } from '#shared/contract/common'

/** What this installation is and can do. */
export const diagnosis = z.object({
  versions: z.record(z.string(), z.string()),
  /** Each execution provider of ONNX Runtime tried on this machine, and why it was refused where it was. */
  executionProviders: z.array(z.object({
    id: z.string(),
    usable: z.boolean(),
    reason: z.string().nullable(),
  })),
  /** Bytes. */
  memory: z.object({
    total: z.number(),
    free: z.number(),
  }),
  disk: z.object({
    folder: localPath,
    free: z.number(),
  }),
  models: z.array(z.object({
    id: z.string(),
    file: localPath,
    here: z.boolean(),
    intact: z.boolean().nullable(),
  })),
})
export type Diagnosis = z.infer<typeof diagnosis>

/** Folders inside a folder, for choosing one where no system dialog can be had. */
export const folderListing = z.object({
  folder: localPath,
  parent: localPath.nullable(),
  folders: z.array(z.object({
    name: z.string(),
    path: localPath,
  })),
  /** Photos directly inside, by their endings. */
  photos: z.int().nonnegative(),
})
export type FolderListing = z.infer<typeof folderListing>

export const systemContract = {
  doctor: oc.output(diagnosis),
  /** Says that the core is there and has time for calls. */
  alive: oc.output(z.null()),
  /** Lists a folder; without one, the user's home. Names only, never a file's content. */
  folders: oc.input(z.object({
    folder: localPath.optional(),
  })).output(folderListing),
}
