import { oc } from '@orpc/contract'
import * as z from 'zod'
import { localPath, runId } from '#shared/contract/common'
import { task } from '#shared/contract/tasks'

/** A network that can be used as a backbone. */
export const model = z.object({
  id: z.string(),
  title: z.string(),
  licence: z.string(),
  /** Whether its file is on this machine. */
  here: z.boolean(),
  bytes: z.int().nonnegative(),
  taps: z.array(z.object({
    id: z.string(),
    title: z.string(),
    columns: z.int().nonnegative(),
  })),
})
export type Model = z.infer<typeof model>

export const modelsContract = {
  list: oc.output(z.array(model)),
  get: oc.input(z.object({
    id: z.string(),
  })).output(task),
  /** Takes a network of the user's, or what a run of the open library made of its backbone. */
  add: oc.input(z.union([
    z.strictObject({ file: localPath }),
    z.strictObject({ run: runId }),
  ])).output(model),
}
