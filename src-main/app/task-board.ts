import type { Changes } from '#main/app/changes'
import type { Task, TaskKind } from '#shared/contract/tasks'
import type { TaskId } from '#shared/domain/ids'
import { TaskBusy, Unknown } from '#main/app/app-errors'
import { PauseGate } from '#main/embed/pause-gate'
import { Cancelled } from '#shared/errors/cancelled'
import { isUsage, reportOf } from '#shared/errors/silhouette-error'

/** How work under way speaks of itself. */
export interface TaskRun {
  readonly id: TaskId
  readonly signal: AbortSignal
  /** Says how far the work is. */
  report: (progress: Partial<Pick<Task, 'step' | 'done' | 'total' | 'unit' | 'rate' | 'failed'>>) => void
  /** Adds a point to the training curve. */
  point: (point: Task['curve'][number]) => void
  /** Shut while the task is paused: work that can wait does so here. */
  readonly gate: PauseGate
}

interface Entry {
  task: Task
  controller: AbortController
  gate: PauseGate
  ended: Promise<Task>
}

/** At most this often does a task say how far it is; a page draws no faster. */
const everyMs = 100
const curvePoints = 400

/** The long work under way: one task of a kind at a time, each with its progress, and all told to who watches. */
export class TaskBoard {
  readonly #changes: Changes
  readonly #entries = new Map<TaskId, Entry>()
  readonly #lastTold = new Map<TaskId, number>()
  #lastId = 0
  #closing = false

  constructor(changes: Changes) {
    this.#changes = changes
  }

  /**
   * Starts work. Its result is what the command line prints for it.
   * @throws TASK_BUSY when work of that kind is under way, CANCELLED while everything is being stopped
   */
  start(kind: TaskKind, step: string, work: (run: TaskRun) => Promise<Record<string, unknown>>): Task {
    if (this.#closing)
      throw new Cancelled(step)
    if (this.underway(kind))
      throw new TaskBusy(kind)
    for (const [id, { task }] of this.#entries) {
      if (task.kind === kind)
        this.#entries.delete(id)
    }
    const id = ++this.#lastId as TaskId
    const task: Task = {
      id,
      kind,
      step,
      state: 'running',
      done: 0,
      total: 0,
      unit: kind === 'learn'
        ? 'steps'
        : kind === 'fetch-model'
          ? 'bytes'
          : 'photos',
      rate: 0,
      secondsLeft: null,
      failed: 0,
      curve: [],
      error: null,
      result: null,
    }
    const entry: Entry = {
      task,
      controller: new AbortController(),
      gate: new PauseGate(),
      ended: Promise.resolve(task),
    }
    this.#entries.set(id, entry)
    entry.ended = this.#run(entry, work)
    return structuredClone(task)
  }

  list(): Task[] {
    return [
      ...this.#entries.values(),
    ].map(({ task }) => structuredClone(task))
  }

  /** The task of a kind that has not ended. */
  underway(kind: TaskKind): Task | undefined {
    return this.list().find(task => task.kind === kind && (task.state === 'running' || task.state === 'paused'))
  }

  /** Resolves when the task has ended, however it ended. @throws UNKNOWN_TASK */
  async ended(id: TaskId): Promise<Task> {
    return structuredClone(await this.#entry(id).ended)
  }

  pause(id: TaskId): Task {
    const entry = this.#entry(id)
    if (entry.task.state === 'running') {
      entry.gate.pause()
      this.#tell(entry, { state: 'paused', secondsLeft: null, rate: 0 })
    }
    return structuredClone(entry.task)
  }

  resume(id: TaskId): Task {
    const entry = this.#entry(id)
    if (entry.task.state === 'paused') {
      this.#tell(entry, { state: 'running' })
      entry.gate.resume()
    }
    return structuredClone(entry.task)
  }

  /** Asks the task to stop; it ends as soon as it hears. */
  cancel(id: TaskId): Task {
    const entry = this.#entry(id)
    entry.controller.abort()
    entry.gate.resume()
    return structuredClone(entry.task)
  }

  /** Stops everything and, when it has stopped, does what is to be done `then`. Nothing can be started meanwhile. */
  async close(then = async () => {}): Promise<void> {
    this.#closing = true
    try {
      const open = [
        ...this.#entries.values(),
      ]
      open.forEach(({ task }) => this.cancel(task.id))
      await Promise.all(open.map(({ ended }) => ended))
      await then()
    }
    finally {
      this.#closing = false
    }
  }

  async #run(entry: Entry, work: (run: TaskRun) => Promise<Record<string, unknown>>): Promise<Task> {
    const { task, controller: { signal } } = entry
    const run: TaskRun = {
      id: task.id,
      signal,
      report: progress => this.#tell(entry, {
        ...progress,
        secondsLeft: secondsLeft({
          ...task,
          ...progress,
        }),
      }, true),
      point: (point) => {
        task.curve.push(point)
        if (task.curve.length > curvePoints)
          task.curve = task.curve.filter((_, i) => i % 2 === 0 || i === task.curve.length - 1)
        this.#tell(entry, { done: point.step }, true)
      },
      gate: entry.gate,
    }
    // The caller of `start` holds the task before the work says anything of it.
    await Promise.resolve()
    this.#tell(entry, {})
    try {
      this.#tell(entry, { result: await work(run), state: 'done', secondsLeft: 0 })
    }
    catch (error) {
      const report = reportOf(error)
      if (report.code === 'INTERNAL')
        console.error(error)
      this.#tell(entry, report.code === 'CANCELLED'
        ? { state: 'cancelled', secondsLeft: null }
        : { state: 'failed', error: { ...report, usage: isUsage(error) }, secondsLeft: null })
    }
    return task
  }

  #tell(entry: Entry, change: Partial<Task>, often = false): void {
    Object.assign(entry.task, change)
    const now = performance.now()
    if (often && now - (this.#lastTold.get(entry.task.id) ?? -everyMs) < everyMs)
      return
    this.#lastTold.set(entry.task.id, now)
    this.#changes.publish({
      kind: 'task',
      task: structuredClone(entry.task),
    })
  }

  #entry(id: TaskId): Entry {
    const entry = this.#entries.get(id)
    if (!entry)
      throw new Unknown('task', id)
    return entry
  }
}

function secondsLeft({ done, total, rate }: Task): number | null {
  return rate > 0 && total > 0
    ? Math.max(0, total - done) / rate
    : null
}
