import type { Task } from '#shared/contract/tasks'

/**
 * Of each kind the task as last heard of. A listing is as old as its asking: what was told while it was on its way is
 * newer, unless it is of a task that another one has followed.
 */
export function newestTasks(listed: Task[], toldMeanwhile: Iterable<Task>): Task[] {
  const newest = new Map(listed.map(task => [task.kind, task]))
  for (const task of toldMeanwhile) {
    const known = newest.get(task.kind)
    if (!known || task.id >= known.id)
      newest.set(task.kind, task)
  }
  return [...newest.values()]
}
