import { oc } from '@orpc/contract'
import * as z from 'zod'
import { localPath } from '#shared/contract/common'
import { task } from '#shared/contract/tasks'

export const experimentsContract = {
  list: oc.output(z.array(z.object({ id: z.string(), title: z.string(), sentence: z.string() }))),
  /** Runs one on the open library, whose folders are the truth; its page is written into the folder `to`. */
  run: oc.input(z.object({
    name: z.string(),
    to: localPath,
    losses: z.array(z.string()).min(1),
    dimensions: z.array(z.int().min(2).max(2048)).min(1),
    labels: z.int().min(2).max(10_000),
    seed: z.int().nonnegative(),
  })).output(task),
}
