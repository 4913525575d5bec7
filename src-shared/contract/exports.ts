import { oc } from '@orpc/contract'
import * as z from 'zod'
import { localPath, runId, spaceId } from '#shared/contract/common'

/** One way out of the library. */
export const exportFormat = z.object({
  id: z.string(),
  title: z.string(),
  sentence: z.string(),
  /** What `to` names: a file (with this ending) or a folder. */
  to: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('file'),
      ending: z.string(),
    }),
    z.object({
      kind: z.literal('folder'),
    }),
  ]),
})
export type ExportFormat = z.infer<typeof exportFormat>

export const exportsContract = {
  formats: oc.output(z.array(exportFormat)),
  /** @returns the files or photos written */
  write: oc
    .input(z.object({
      format: z.string(),
      to: localPath,
      /** Whose vectors, for formats with vectors; default: the shown one. */
      space: spaceId.optional(),
      /** Whose network, for formats with one; default: the shown run, or the last that was kept. */
      run: runId.optional(),
    }))
    .output(z.object({
      written: z.int().nonnegative(),
      /** Photos left out because their file is gone. */
      gone: z.int().nonnegative(),
      to: localPath,
    })),
}
