import { oc } from '@orpc/contract'
import * as z from 'zod'
import { localPath, spaceId } from '#shared/contract/common'

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
      space: spaceId.optional(),
    }))
    .output(z.object({
      written: z.int().nonnegative(),
      to: localPath,
    })),
}
