import type { Task, TaskKind } from '#shared/contract/tasks'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { coalesce } from '../client/coalesce'
import { newestTasks } from './newest-tasks'
import { useNotices } from './notices'
import { useCore } from './use-core'

/** Long work: what is under way, and how the last of each kind ended. */
export const useTasks = defineStore('tasks', () => {
  const core = useCore()
  const notices = useNotices()
  const tasks = shallowRef<Task[]>([])
  /** What was told last of each kind since a listing was asked for. */
  const told = new Map<TaskKind, Task>()
  const active = computed(() => tasks.value.filter(task => task.state === 'running' || task.state === 'paused'))

  const refresh = coalesce(async () => {
    told.clear()
    tasks.value = newestTasks(await core.tasks.list(), told.values())
  })

  /** Takes in a task as the core last reported it; of each kind only the newest counts. A failure is said once, when it happens. */
  function apply(task: Task): void {
    told.set(task.kind, task)
    const before = tasks.value.find(one => one.id === task.id)
    tasks.value = before
      ? tasks.value.map(one => one.id === task.id
          ? task
          : one)
      : [
          ...tasks.value.filter(one => one.kind !== task.kind),
          task,
        ]
    if (task.state === 'failed' && before?.state !== 'failed' && task.error)
      notices.showReport(task.error)
  }

  function activeOf(kind: TaskKind): Task | undefined {
    return active.value.find(task => task.kind === kind)
  }

  async function act(what: 'pause' | 'resume' | 'cancel', task: Task): Promise<void> {
    await notices.attempt(() => core.tasks[what]({ task: task.id }))
  }

  /** Takes in a task just begun, unless the watch was quicker and has told more of it already. */
  function begin(task: Task): void {
    if (!tasks.value.some(one => one.id === task.id))
      apply(task)
  }

  return {
    tasks,
    active,
    refresh,
    apply,
    begin,
    activeOf,
    act,
  }
})
