import type { LibraryChange } from '#shared/contract/library'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { Unknown } from '#main/app/app-errors'
import { Changes } from '#main/app/changes'
import { TaskBoard } from '#main/app/task-board'
import { ReportedError } from '#main/threads/reported-error'
import { Cancelled } from '#shared/errors/cancelled'

function board(): { tasks: TaskBoard, told: LibraryChange[] } {
  const changes = new Changes()
  const told: LibraryChange[] = []
  changes.listen(change => told.push(change))
  return {
    tasks: new TaskBoard(changes),
    told,
  }
}

it('tells of a task from its start to its result', async () => {
  const { tasks, told } = board()
  const { id } = tasks.start('learn', 'Learning', async (run) => {
    run.report({ total: 3 })
    run.point({ step: 1, loss: 0.5, heldOut: null })
    return { answer: 42 }
  })
  expect(await tasks.ended(id)).toMatchObject({
    state: 'done',
    result: { answer: 42 },
    curve: [
      { step: 1, loss: 0.5 },
    ],
    error: null,
  })
  expect(told.at(0)).toMatchObject({
    kind: 'task',
    task: { id, state: 'running' },
  })
  expect(told.at(-1)).toMatchObject({
    kind: 'task',
    task: { id, state: 'done' },
  })
})

it('runs one task of a kind at a time', async () => {
  const { tasks } = board()
  const { id } = tasks.start('index', 'Reading', async () => ({ at: await setTimeout(20) }))
  expect(() => tasks.start('index', 'Reading', async () => ({}))).toThrow(expect.objectContaining({ code: 'TASK_BUSY' }))
  tasks.start('learn', 'Learning', async () => ({}))
  await tasks.ended(id)
  tasks.start('index', 'Reading', async () => ({}))
})

it('keeps the error of a task that failed, and the state of one that was cancelled', async () => {
  const { tasks } = board()
  const failed = tasks.start('index', 'Reading', async () => {
    throw new ReportedError({ code: 'DISK_FULL', message: 'Full; free some room.', data: {} })
  })
  expect(await tasks.ended(failed.id)).toMatchObject({
    state: 'failed',
    error: { code: 'DISK_FULL', message: 'Full; free some room.', usage: false },
  })
  const refused = tasks.start('index', 'Reading', async () => {
    throw new Unknown('tap', 'nonesuch')
  })
  expect(await tasks.ended(refused.id)).toMatchObject({ state: 'failed', error: { code: 'UNKNOWN_TAP', usage: true } })
  const cancelled = tasks.start('learn', 'Learning', async ({ signal }) => {
    while (!signal.aborted)
      await setTimeout(1)
    throw new Cancelled('Learning')
  })
  tasks.cancel(cancelled.id)
  expect(await tasks.ended(cancelled.id)).toMatchObject({ state: 'cancelled', error: null })
})

it('holds a paused task at its gate until it is resumed, or cancelled', async () => {
  const { tasks } = board()
  let steps = 0
  const { id } = tasks.start('index', 'Reading', async ({ gate, signal }) => {
    for (; steps < 1_000 && !signal.aborted; steps++) {
      await gate.passed(signal)
      await setTimeout(1)
    }
    return {}
  })
  await setTimeout(10)
  expect(tasks.pause(id).state).toBe('paused')
  await setTimeout(10)
  const held = steps
  await setTimeout(30)
  expect(steps).toBe(held)
  expect(tasks.resume(id).state).toBe('running')
  await setTimeout(30)
  expect(steps).toBeGreaterThan(held)
  tasks.pause(id)
  await tasks.close()
})

it('thins a long curve but keeps its ends', async () => {
  const { tasks } = board()
  const { id } = tasks.start('learn', 'Learning', async (run) => {
    for (let step = 0; step <= 5_000; step++)
      run.point({ step, loss: 1 / (step + 1), heldOut: null })
    return {}
  })
  const { curve } = await tasks.ended(id)
  expect(curve.length).toBeLessThanOrEqual(400)
  expect(curve[0].step).toBe(0)
  expect(curve.at(-1)!.step).toBe(5_000)
})

it('starts nothing while everything is being stopped, and again afterwards', async () => {
  const { tasks } = board()
  tasks.start('index', 'Reading', async () => ({ at: await setTimeout(20) }))
  const refused = expect.objectContaining({ code: 'CANCELLED' })
  const begin = (): unknown => tasks.start('learn', 'Learning', async () => ({}))
  const closing = tasks.close(async () => {
    await setTimeout(5)
    expect(begin).toThrow(refused)
  })
  expect(begin).toThrow(refused)
  await closing
  begin()
})
