import { oc } from '@orpc/contract'
import * as z from 'zod'
import { taskId } from '#shared/contract/common'

/** The kinds of long work. */
export const taskKind = z.enum(['index', 'project', 'learn', 'fetch-model', 'experiment'])

/** Long work as it stands. A page that reconnects sees the same as one that watched from the start. */
export const task = z.object({
  id: taskId,
  kind: taskKind,
  state: z.enum([
    'running',
    'paused',
    'done',
    'failed',
    'cancelled',
  ]),
  /** What is being done now, in a person's words: *Reading photos*, *Arranging the map*. */
  step: z.string(),
  done: z.number().nonnegative(),
  /** 0 while it is not known. */
  total: z.number().nonnegative(),
  unit: z.enum(['photos', 'steps', 'bytes']),
  /** Units per second over the last seconds; 0 while it is not known. */
  rate: z.number().nonnegative(),
  /** Seconds; null while it is not known. */
  secondsLeft: z.number().nonnegative().nullable(),
  /** Photos set aside as unreadable by this task. */
  failed: z.int().nonnegative(),
  /** The training loss at each step so far, thinned to at most 400 points; empty for other kinds. */
  curve: z.array(z.object({
    step: z.number(),
    loss: z.number(),
    heldOut: z.number().nullable(),
  })),
  error: z.object({
    code: z.string(),
    message: z.string(),
    data: z.record(z.string(), z.unknown()),
    /** Whether what was asked for cannot be. */
    usage: z.boolean(),
  }).nullable(),
  /** What it came to, once done: the same object the command line prints for it. */
  result: z.record(z.string(), z.unknown()).nullable(),
})
export type Task = z.infer<typeof task>
export type TaskKind = z.infer<typeof taskKind>

export const tasksContract = {
  /** All tasks of this session that still matter: the ones under way, and the last ended of each kind. */
  list: oc.output(z.array(task)),
  /** Answers once the task has ended, however it ended. */
  ended: oc.input(z.object({ task: taskId })).output(task),
  pause: oc.input(z.object({ task: taskId })).output(task),
  resume: oc.input(z.object({ task: taskId })).output(task),
  cancel: oc.input(z.object({ task: taskId })).output(task),
}
