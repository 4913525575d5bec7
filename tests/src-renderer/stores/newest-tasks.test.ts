import type { Task } from '#shared/contract/tasks'
import type { TaskId } from '#shared/domain/ids'
import { expect, it } from 'vitest'
import { newestTasks } from '../../../src-renderer/stores/newest-tasks'

it('keeps what is listed where nothing was told meanwhile', () => {
  const listed = [task(1, 'index', 'done'), task(2, 'project', 'running')]
  expect(newestTasks(listed, [])).toEqual(listed)
})

it('takes what was told meanwhile for newer than the listing', () => {
  expect(newestTasks([task(1, 'project', 'running')], [task(1, 'project', 'done')])).toEqual([task(1, 'project', 'done')])
  expect(newestTasks([], [task(1, 'learn', 'running')])).toEqual([task(1, 'learn', 'running')])
})

it('keeps a listed task that has followed the one that was told of', () => {
  expect(newestTasks([task(3, 'learn', 'running')], [task(2, 'learn', 'done')])).toEqual([task(3, 'learn', 'running')])
})

function task(id: number, kind: Task['kind'], state: Task['state']): Task {
  return {
    id: id as TaskId,
    kind,
    state,
    step: '',
    done: 0,
    total: 0,
    unit: 'photos',
    rate: 0,
    secondsLeft: null,
    failed: 0,
    curve: [],
    error: null,
    result: null,
  }
}
